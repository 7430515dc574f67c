//! The sheets of a workbook by name.

/// A sheet with cells.
#[derive(Clone, Debug)]
pub(in crate::exchange::sheet) struct SheetName {
    /// Its name.
    pub name: String,
    /// Whether it is shown.
    pub visible: bool,
}
