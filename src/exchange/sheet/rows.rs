//! Anything with headings and rows: a file, a sheet in memory, and either of them with cells that were corrected.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::cells::{Cell, Row, Sheet};
use super::error::ReadError;
use super::file::SheetFile;

/// Anything with headings and rows, which are read anew each time they are asked for.
pub trait Rows: Sync {
    /// The headings.
    fn headers(&self) -> &[String];

    /// Whether they are of a text, in which signs stand between the cells.
    fn is_text(&self) -> bool;

    /// Whether somebody typed them as new cases: then what a form asks is asked of them too, and a row that says nothing
    /// new is one more case, which may be a known one.
    fn is_typed(&self) -> bool {
        false
    }

    /// Hands every row to `visit` until it breaks off; returns the rows that were left out as totals.
    ///
    /// # Errors
    /// The rows cannot be read any more.
    fn each_row(
        &self,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<Vec<usize>, ReadError>;
}

impl Rows for Sheet {
    fn headers(&self) -> &[String] {
        &self.headers
    }

    fn is_text(&self) -> bool {
        self.is_text
    }

    fn each_row(
        &self,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<Vec<usize>, ReadError> {
        for row in &self.rows {
            if visit(row).is_break() {
                break;
            }
        }
        Ok(Vec::new())
    }
}

impl Rows for SheetFile {
    fn headers(&self) -> &[String] {
        &self.head().headers
    }

    fn is_text(&self) -> bool {
        self.head().sheet.is_none()
    }

    fn each_row(
        &self,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<Vec<usize>, ReadError> {
        Self::each_row(self, visit)
    }
}

/// Cells that were corrected: by row, as a spreadsheet numbers it, and column, counted from 0.
pub type Corrections = BTreeMap<(usize, usize), String>;

/// Rows with corrected cells in them.
pub struct Corrected<'a> {
    /// The rows as they are.
    pub rows: &'a dyn Rows,
    /// What stands in their place.
    pub corrections: &'a Corrections,
}

impl Rows for Corrected<'_> {
    fn headers(&self) -> &[String] {
        self.rows.headers()
    }

    fn is_text(&self) -> bool {
        self.rows.is_text()
    }

    fn is_typed(&self) -> bool {
        self.rows.is_typed()
    }

    fn each_row(
        &self,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<Vec<usize>, ReadError> {
        self.rows.each_row(&mut |row| {
            let number = row.number;
            let mut cells = self
                .corrections
                .range((number, 0)..=(number, usize::MAX))
                .peekable();
            if cells.peek().is_none() {
                return visit(row);
            }
            let mut corrected = row.clone();
            for ((_, column), text) in cells {
                if corrected.cells.len() <= *column {
                    corrected.cells.resize(column + 1, Cell::Empty);
                }
                corrected.cells[*column] = Cell::Text(text.clone());
            }
            visit(&corrected)
        })
    }
}
