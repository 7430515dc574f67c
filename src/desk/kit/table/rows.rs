//! The rows of a table, as its owner draws them.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{Rect, Response, Ui};

use crate::desk::kit::accessible::name_cells;

/// What stands in a table.
pub trait Rows {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// These rows are about to be drawn, or lie just beyond those that are.
    fn prepare(&mut self, _rows: Range<usize>) {}

    /// The row that is the heading of this one; it stays in view above its rows. None where there are no headings.
    fn heading_of(&self, _row: usize) -> Option<usize> {
        None
    }

    /// Paints a row, and gives its response a name. The cells of its columns follow with [`Row::name_cells`].
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

impl Row<'_> {
    /// Puts the cells of this row in the accessibility tree, with these texts from its first column on.
    pub fn name_cells<T: AsRef<str>>(&self, ui: &mut Ui, texts: impl IntoIterator<Item = T>) {
        name_cells(ui, self.response, Role::Cell, self.cells, texts);
    }
}
