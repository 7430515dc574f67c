//! Rows that were typed in the program, as a sheet.

use std::ops::ControlFlow;

use super::cells::{Cell, Row};
use super::error::ReadError;
use super::rows::Rows;

/// Rows that were typed in the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypedRows {
    /// What each column is, by the id of what it feeds.
    pub columns: Vec<String>,
    /// The rows in which something is typed, each with its number and the texts of its cells.
    pub rows: Vec<(usize, Vec<String>)>,
}

impl Rows for TypedRows {
    fn headers(&self) -> &[String] {
        &self.columns
    }

    fn is_text(&self) -> bool {
        false
    }

    fn is_typed(&self) -> bool {
        true
    }

    fn each_row(
        &self,
        visit: &mut dyn FnMut(&Row) -> ControlFlow<()>,
    ) -> Result<Vec<usize>, ReadError> {
        for (number, texts) in &self.rows {
            let cells = texts.iter().cloned().map(Cell::Text).collect();
            let number = *number;
            if visit(&Row { number, cells }).is_break() {
                break;
            }
        }
        Ok(Vec::new())
    }
}
