//! The rows of a table, as its owner draws them.

use std::ops::Range;

use egui::{Rect, Response, Ui};

/// What stands in a table.
pub trait Rows {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// These rows are about to be drawn, or lie just beyond those that are.
    fn prepare(&mut self, rows: Range<usize>);

    /// Paints a row, and gives its response a name.
    fn row_ui(&mut self, ui: &mut Ui, row: &Row<'_>);
}

/// A row that is to be painted.
pub struct Row<'a> {
    /// Its place, from 0.
    pub at: usize,
    /// Where it is; part of it may lie out of view.
    pub rect: Rect,
    /// Where each column of it is.
    pub cells: &'a [Rect],
    /// What the mouse does with it.
    pub response: &'a Response,
    /// Whether the table has the keyboard.
    pub focused: bool,
}
