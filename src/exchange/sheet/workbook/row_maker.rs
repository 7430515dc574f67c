//! The cells of a sheet put together to rows.

use std::ops::ControlFlow;

use crate::exchange::sheet::cells::{Cell, Row};
use crate::exchange::sheet::error::FormatError;
use crate::exchange::sheet::limits::{LONGEST_CELL, LONGEST_ROW, MOST_ROWS, place};
use crate::exchange::sheet::too_much::TooMuch;

/// Puts cells together to rows, and hands every filled row to a visitor.
pub(super) struct RowMaker<'a> {
    visit: &'a mut dyn FnMut(&Row) -> ControlFlow<()>,
    row: Row,
    /// The bytes of the texts in it.
    long: usize,
}

impl<'a> RowMaker<'a> {
    /// Hands the rows to this visitor.
    pub fn to(visit: &'a mut dyn FnMut(&Row) -> ControlFlow<()>) -> Self {
        Self {
            visit,
            row: Row::BLANK,
            long: 0,
        }
    }

    /// Takes the next cell, counted from zero. A blank one takes no room, wherever it stands.
    pub fn add(
        &mut self,
        row: u32,
        column: u32,
        cell: Cell,
    ) -> Result<ControlFlow<()>, FormatError> {
        if cell.is_blank() {
            return Ok(ControlFlow::Continue(()));
        }
        let number = row as usize + 1;
        if number > MOST_ROWS {
            return Err(TooMuch::Rows.into());
        }
        if number != self.row.number {
            if self.end().is_break() {
                return Ok(ControlFlow::Break(()));
            }
            if number < self.row.number {
                return Err(FormatError::NotATable("rows out of order".to_owned()));
            }
            self.row.number = number;
        }
        if let Cell::Text(text) = &cell {
            self.long += text.len();
            if text.len() > LONGEST_CELL || self.long > LONGEST_ROW {
                return Err(TooMuch::Text { row: number }.into());
            }
        }
        place(&mut self.row.cells, number, column as usize, cell)?;
        Ok(ControlFlow::Continue(()))
    }

    /// Hands over the last row.
    pub fn end(&mut self) -> ControlFlow<()> {
        let filled = !self.row.cells.is_empty();
        let flow = match filled {
            true => (self.visit)(&self.row),
            false => ControlFlow::Continue(()),
        };
        self.row.cells.clear();
        self.long = 0;
        flow
    }
}
