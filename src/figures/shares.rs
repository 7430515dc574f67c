//! Shares: parts of a whole as percentages that total 100, and the change from one period to another.
//!
//! Every percentage is its exact share rounded up or down to a whole one. Which of the two follows from the numbers alone,
//! so that the same table always has the same percentages.

use serde::{Deserialize, Serialize};

use super::crosstab::Crosstab;
use super::quantity::Number;
use super::rounding::rounded_with_totals;
use crate::register::PER_ONE;

/// The whole that the cells of a table are shares of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whole {
    /// Of the total of their row.
    Row,
    /// Of the total of their column.
    Column,
    /// Of the total of the table.
    All,
}

impl Whole {
    /// Every one with its name in commands.
    pub const NAMES: [(&str, Self); 3] = [
        ("row", Self::Row),
        ("column", Self::Column),
        ("all", Self::All),
    ];
}

/// How much an amount differs from an earlier one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Change {
    /// The amount less the earlier one.
    pub difference: Number,
    /// The difference as a percentage of the earlier amount; none where that is zero.
    pub percent: Number,
}

impl Change {
    /// From an earlier amount to this one.
    pub fn between(earlier: Number, now: Number) -> Self {
        let difference = now.zip(earlier).map(|(now, earlier)| now - earlier);
        let of = |earlier: f64| difference.map(|more| more * 100.0 / earlier.abs());
        let percent = earlier.filter(|earlier| *earlier != 0.0).and_then(of);
        Self {
            difference,
            percent,
        }
    }
}

impl Crosstab<Number> {
    /// The amounts as percentages of a whole; none of a whole that is nothing. Where the parts of the table add up, so do
    /// their percentages, to exactly 100; where they do not, each is rounded by itself.
    #[must_use]
    pub fn shares(&self, of: Whole) -> Self {
        let mut shares = self.clone();
        // Only cases have a balance.
        shares.balance = None;
        let total = self.total;
        shares.total = whole(total).map(|_| 100.0);
        if !self.adds_up {
            for (at, cells) in shares.cells.iter_mut().enumerate() {
                for (across, cell) in cells.iter_mut().enumerate() {
                    let whole = match of {
                        Whole::Row => self.row_totals[at],
                        Whole::Column => self.column_totals[across],
                        Whole::All => total,
                    };
                    *cell = share(*cell, whole);
                }
            }
            let of_all =
                |amounts: &[Number]| amounts.iter().map(|part| share(*part, total)).collect();
            shares.row_totals = of_all(&self.row_totals);
            shares.column_totals = of_all(&self.column_totals);
        } else if of == Whole::All {
            shares.of_all(self);
        } else {
            shares.row_totals = together(&self.row_totals, total);
            shares.column_totals = together(&self.column_totals, total);
            if of == Whole::Row {
                let rows = self.cells.iter().zip(&self.row_totals);
                shares.cells = rows.map(|(cells, total)| together(cells, *total)).collect();
            } else {
                for (across, total) in self.column_totals.iter().enumerate() {
                    let column: Vec<Number> =
                        self.cells.iter().map(|cells| cells[across]).collect();
                    for (cells, share) in shares.cells.iter_mut().zip(together(&column, *total)) {
                        cells[across] = share;
                    }
                }
            }
        }
        // Of its own whole a total is all of it.
        match of {
            Whole::Row => shares.row_totals = all_of(&self.row_totals),
            Whole::Column => shares.column_totals = all_of(&self.column_totals),
            Whole::All => {}
        }
        shares
    }

    /// Cells and totals of both sides as shares of one whole: every total is the sum of its cells.
    fn of_all(&mut self, amounts: &Self) {
        let one_side = amounts.row_totals.len() == 1 || amounts.column_totals.len() == 1;
        let Some(whole) = whole(amounts.total).filter(|_| !one_side) else {
            self.row_totals = together(&amounts.row_totals, amounts.total);
            self.column_totals = together(&amounts.column_totals, amounts.total);
            let rows = self.row_totals.clone();
            for (cells, row) in self.cells.iter_mut().zip(rows) {
                match cells.len() {
                    1 => cells[0] = row,
                    _ => cells.clone_from(&self.column_totals),
                }
            }
            return;
        };
        let exact = amounts.cells.iter();
        let exact = exact.map(|cells| cells.iter().map(|cell| exactly(*cell) * 100).collect());
        let rounded = rounded_with_totals(&exact.collect::<Vec<_>>(), whole);
        let written = |percent: i128| Some(percent as f64);
        let sum = |cells: &[i128]| written(cells.iter().sum());
        self.row_totals = rounded.iter().map(|cells| sum(cells)).collect();
        self.column_totals = (0..self.column_totals.len())
            .map(|at| written(rounded.iter().map(|cells| cells[at]).sum()))
            .collect();
        let cells = rounded.into_iter();
        self.cells = cells
            .map(|cells| cells.into_iter().map(written).collect())
            .collect();
    }
}

/// An amount in whole ten-thousandths, in which sums are exact. What is not known is no part of anything.
fn exactly(amount: Number) -> i128 {
    amount.map_or(0, |amount| (amount * PER_ONE as f64).round() as i128)
}

/// The amount as a whole that shares can be taken of: more than zero.
fn whole(amount: Number) -> Option<i128> {
    Some(exactly(amount)).filter(|whole| *whole > 0)
}

fn all_of(totals: &[Number]) -> Vec<Number> {
    let all = totals.iter().map(|total| whole(*total).map(|_| 100.0));
    all.collect()
}

/// One part by itself as a percentage of a whole, to the nearest one.
pub fn share(part: Number, of: Number) -> Number {
    let whole = whole(of)?;
    let hundredfold = exactly(part) * 100;
    Some((2 * hundredfold + whole).div_euclid(2 * whole) as f64)
}

/// The parts of one whole, together 100: all are rounded down, and what is missing then goes to the greatest remainders; of
/// equal ones to the greater part, and then to the first.
fn together(parts: &[Number], of: Number) -> Vec<Number> {
    let Some(whole) = whole(of) else {
        return vec![None; parts.len()];
    };
    let exact: Vec<i128> = parts.iter().map(|part| exactly(*part) * 100).collect();
    let mut shares: Vec<i128> = exact.iter().map(|part| part.div_euclid(whole)).collect();
    let missing = exact.iter().sum::<i128>() / whole - shares.iter().sum::<i128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse((exact[*at].rem_euclid(whole), exact[*at])));
    for at in order
        .into_iter()
        .take(usize::try_from(missing).unwrap_or(0))
    {
        shares[at] += 1;
    }
    shares.into_iter().map(|share| Some(share as f64)).collect()
}
