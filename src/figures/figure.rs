//! The definition of a figure: what is counted, over which days, of which part of a register, and by what it is split.

use super::measure::Measure;
use super::period::Period;
use super::slice::Slice;

/// The definition of a figure. Table, chart, export and the list of cases all follow from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// The fields down the side; none gives one row.
    pub rows: Vec<String>,
    /// The fields across the top; none gives one column.
    pub columns: Vec<String>,
    /// The kind of entry that is counted; none where the cases are, or their reports. The columns to evaluate it over are
    /// those of [`Columns::counting`](super::columns::Columns::counting).
    pub entries: Option<String>,
    /// What is counted.
    pub measure: Measure,
    /// The days it is about.
    pub period: Period,
    /// The part of the register it is about.
    pub slice: Slice,
}

impl Figure {
    /// The part of the register that one cell, row or column counts: the keys of the sides that are given.
    pub fn slice_at(&self, row: Option<&[String]>, column: Option<&[String]>) -> Slice {
        let mut slice = self.slice.clone();
        for (fields, keys) in [(&self.rows, row), (&self.columns, column)] {
            for (field, key) in fields.iter().zip(keys.unwrap_or_default()) {
                slice = slice.and(field, key);
            }
        }
        slice
    }
}
