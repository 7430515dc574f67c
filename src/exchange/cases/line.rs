//! A line of an import: a row of the file with the case it is about.

use super::row_reader::ReadRow;
use crate::register::CaseFile;

/// A row with the case it is about.
pub(super) struct Line<'a> {
    pub row: ReadRow<'a>,
    /// The known case it is about; none where it becomes a new case.
    pub known: Option<CaseFile>,
    /// Whether its number occurred earlier in the file, so that it is about no case at all.
    pub repeated: bool,
}
