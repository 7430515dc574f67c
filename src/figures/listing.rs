//! Rows in an order: what a list of cases needs from the columns.

use std::cmp::Reverse;

use crate::register::{CaseKey, OUTCOME};

use super::columns::Columns;
use super::dimension::Dimension;
use super::error::FigureError;

/// By what a list is sorted. What is unknown comes last, whichever way it is sorted.
#[derive(Clone, Copy, Debug)]
pub enum Order<'a> {
    /// The case number: the rank of every row, from [`Columns::ranks`].
    Number(&'a [u32]),
    /// The day the case began, or the event happened.
    Begin,
    /// The day it ended.
    End,
    /// A counted field, the status or the outcome, in the order of the definition.
    By(&'a str),
}

impl Columns {
    /// The row of the case with this key.
    pub fn row_of(&self, key: CaseKey) -> Option<usize> {
        self.keys.binary_search(&key).ok()
    }

    /// The rank of every row when the cases are put in this order of keys.
    pub fn ranks(&self, order: &[CaseKey]) -> Vec<u32> {
        let mut ranks = vec![u32::MAX; self.len()];
        for (rank, key) in (0..).zip(order) {
            if let Some(row) = self.row_of(*key) {
                ranks[row] = rank;
            }
        }
        ranks
    }

    /// Sorts rows; what is equal stays with the newest case first.
    ///
    /// # Errors
    /// A field by which this register is not counted.
    pub fn sort(
        &self,
        rows: &mut [usize],
        by: Order<'_>,
        descending: bool,
    ) -> Result<(), FigureError> {
        let ranks: Vec<Option<u32>> = match by {
            Order::Number(ranks) => rows.iter().map(|row| ranks.get(*row).copied()).collect(),
            Order::Begin => rows
                .iter()
                .map(|row| day_rank(self.first_opened(*row)))
                .collect(),
            Order::End => rows
                .iter()
                .map(|row| self.closed(*row).and_then(day_rank))
                .collect(),
            Order::By(field) => {
                let dimension = Dimension::over(self, field)?;
                let places = dimension.places();
                rows.iter()
                    .map(|row| self.place(&dimension, &places, field, *row))
                    .collect()
            }
        };
        let mut ranked: Vec<(Option<u32>, usize)> =
            ranks.into_iter().zip(rows.iter().copied()).collect();
        if descending {
            ranked.sort_unstable_by_key(|(rank, row)| {
                (rank.is_none(), Reverse(*rank), Reverse(*row))
            });
        } else {
            ranked.sort_unstable_by_key(|(rank, row)| (rank.is_none(), *rank, Reverse(*row)));
        }
        for (row, (_, sorted)) in rows.iter_mut().zip(ranked) {
            *row = sorted;
        }
        Ok(())
    }

    /// The place of a row's value in the order of the definition; of several choices the first.
    fn place(&self, dimension: &Dimension, places: &[u32], field: &str, row: usize) -> Option<u32> {
        if let Some(bits) = dimension.bits(self, row) {
            return (0..64)
                .filter(|bit| bits >> bit & 1 == 1)
                .filter_map(|bit| places.get(bit + 1).copied())
                .min();
        }
        let code = match field {
            OUTCOME => self.outcome[row],
            _ => dimension.stored_code(self, row)?,
        };
        if code == 0 {
            None
        } else {
            places.get(usize::from(code)).copied()
        }
    }
}

/// A day as a rank; days lie after the year 1, and so above zero.
fn day_rank(day: i32) -> Option<u32> {
    u32::try_from(day).ok()
}
