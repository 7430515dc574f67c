//! Parts of a whole as percentages that total 100, and the change from one period to another.
//!
//! Every percentage is its exact share rounded up or down to a whole one. Which of the two follows from the numbers alone,
//! so that the same table always has the same percentages.

use serde::{Deserialize, Serialize};

use super::crosstab::Crosstab;
use super::quantity::Number;
use crate::register::PER_ONE;

/// Of what whole the cells of a table are shares.
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
    /// What came to it, or went.
    pub difference: Number,
    /// The same as a percentage of the earlier amount; none of nothing.
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

/// What shares can be taken of: more than nothing.
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

/// Rounds every cell up or down to a whole, such that every row, every column and the table are rounded up or down as well
/// and still are the sums of their cells. That this can always be done, and how, is Cox, "A constructive procedure for
/// unbiased controlled rounding" (1987): along a cycle of cells that are not whole yet, one is given what its neighbour is
/// taken, until one of them is whole.
fn rounded_with_totals(exact: &[Vec<i128>], whole: i128) -> Vec<Vec<i128>> {
    let mut table = Remainders::of(exact, whole);
    let mut first = 0;
    while let Some(cycle) = table.cycle(&mut first) {
        table.shift(&cycle);
    }
    let rounded = exact.iter().zip(&table.cells).map(|(exact, remainders)| {
        let cells = exact.iter().zip(remainders);
        let cells = cells.map(|(exact, rest)| exact.div_euclid(whole) + rest / whole);
        cells.collect()
    });
    rounded.collect()
}

/// What cells have above a whole number. Behind every row and below every column stands what its total lacks, so that all
/// add up to whole numbers.
struct Remainders {
    cells: Vec<Vec<i128>>,
    whole: i128,
}

impl Remainders {
    fn of(exact: &[Vec<i128>], whole: i128) -> Self {
        let width = exact.first().map_or(0, Vec::len);
        let lacking = |sum: i128| (-sum).rem_euclid(whole);
        let rows = exact.iter().map(|row| {
            let rests = row.iter().map(|cell| cell.rem_euclid(whole));
            rests.chain([lacking(row.iter().sum())]).collect()
        });
        let mut cells: Vec<Vec<i128>> = rows.collect();
        let below = (0..width).map(|at| lacking(exact.iter().map(|row| row[at]).sum()));
        // The whole table comes to a hundred wholes.
        cells.push(below.chain([0]).collect());
        Self { cells, whole }
    }

    fn is_open(&self, (row, column): (usize, usize)) -> bool {
        (1..self.whole).contains(&self.cells[row][column])
    }

    /// Cells that are not whole, each sharing a row with the one before it and a column with the one after it, or the other
    /// way around. Every row and column with one such cell has another, since its sum is whole.
    fn cycle(&self, first: &mut usize) -> Option<Vec<(usize, usize)>> {
        let (height, width) = (self.cells.len(), self.cells[0].len());
        let place = |at: usize| (at / width, at % width);
        while *first < height * width && !self.is_open(place(*first)) {
            *first += 1;
        }
        let mut lines = vec![Line::Row(place(*first).0)];
        let mut path: Vec<(usize, usize)> = Vec::new();
        loop {
            let last = path.last().copied();
            let is_next = |at: &(usize, usize)| Some(*at) != last && self.is_open(*at);
            let (next, line) = match *lines.last()? {
                Line::Row(row) if row < height => {
                    let next = (0..width).map(|column| (row, column)).find(is_next)?;
                    (next, Line::Column(next.1))
                }
                Line::Row(_) => return None,
                Line::Column(column) => {
                    let next = (0..height).map(|row| (row, column)).find(is_next)?;
                    (next, Line::Row(next.0))
                }
            };
            path.push(next);
            if let Some(begin) = lines.iter().position(|known| *known == line) {
                return Some(path.split_off(begin));
            }
            lines.push(line);
        }
    }

    /// Gives to every other cell of a cycle what the ones between them are taken, the least by which one becomes whole.
    fn shift(&mut self, cycle: &[(usize, usize)]) {
        let least = |odd: usize| {
            let room = cycle.iter().enumerate().map(|(at, (row, column))| {
                let rest = self.cells[*row][*column];
                if at % 2 == odd {
                    self.whole - rest
                } else {
                    rest
                }
            });
            room.min().unwrap_or(0)
        };
        let (up, down) = (least(0), least(1));
        let step = if up <= down { up } else { -down };
        for (at, (row, column)) in cycle.iter().enumerate() {
            self.cells[*row][*column] += if at % 2 == 0 { step } else { -step };
        }
    }
}

/// A row or a column of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Row(usize),
    Column(usize),
}
