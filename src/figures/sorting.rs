//! Sorts the rows of a list of cases.

use crate::register::{CaseKey, OUTCOME};

use super::codes::each_bit;
use super::columns::Columns;
use super::dimension::Dimension;
use super::error::FigureError;

/// In how many bits a row is packed: two thousand million cases.
const ROW_BITS: u32 = 31;
const LAST_ROW: u64 = (1 << ROW_BITS) - 1;

/// By what a list is sorted. What is unknown comes last, whichever way it is sorted.
#[derive(Clone, Copy, Debug)]
pub enum Order<'a> {
    /// The case number: the rank of every row, from [`Columns::ranks`].
    Number(&'a [u32]),
    /// A rank of every row; [`u32::MAX`] where it is unknown.
    Ranks(&'a [u32]),
    /// The day the case began or came, or the event happened.
    Begin,
    /// The day it ended.
    End,
    /// A counted field, the status or the outcome, in the order of the definition.
    By(&'a str),
}

impl Columns {
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
            Order::Ranks(ranks) => rows
                .iter()
                .map(|row| ranks.get(*row).copied().filter(|rank| *rank != u32::MAX))
                .collect(),
            Order::Begin => rows.iter().map(|row| day_rank(self.came(*row))).collect(),
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
        // One number a row, so that a hundred thousand are sorted between two frames: whether its rank is unknown, the
        // rank, and the row the other way round.
        let mut packed: Vec<u64> = ranks
            .into_iter()
            .zip(&*rows)
            .map(|(rank, row)| {
                let rank = match rank {
                    None => 1 << 32,
                    Some(rank) if descending => u64::from(!rank),
                    Some(rank) => u64::from(rank),
                };
                rank << ROW_BITS | (LAST_ROW - *row as u64)
            })
            .collect();
        // Cases come in the order in which they were made, which is nearly that of their days: a sort that sees what is in
        // order already has little to do.
        packed.sort();
        for (row, packed) in rows.iter_mut().zip(packed) {
            *row = (LAST_ROW - (packed & LAST_ROW)) as usize;
        }
        Ok(())
    }

    /// The place of a row's value in the order of the definition; of several choices the first.
    fn place(&self, dimension: &Dimension, places: &[u32], field: &str, row: usize) -> Option<u32> {
        if let Some(bits) = dimension.bits(self, row) {
            let places = each_bit(bits).filter_map(|bit| places.get(bit + 1).copied());
            return places.min();
        }
        let code = match field {
            OUTCOME => self.last_spell(row).outcome,
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
