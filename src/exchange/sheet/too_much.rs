//! What a file can hold too much of.

/// What there is too much of in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    /// More columns than a spreadsheet has.
    Columns {
        /// The row in which they stand.
        row: usize,
    },
    /// More rows than a spreadsheet has.
    Rows,
    /// More text than fits in a cell, or in a row.
    Text {
        /// The row in which it stands.
        row: usize,
    },
    /// More than the program can hold, or a file that unpacks to more than it may.
    Content,
}
