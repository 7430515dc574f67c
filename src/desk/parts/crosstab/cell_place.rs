//! The place of a number in a table.

/// A number of a table, by its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellPlace {
    /// Its line.
    pub line: usize,
    /// Its column of numbers.
    pub column: usize,
}
