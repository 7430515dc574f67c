//! What the user did in a table.

use egui::Modifiers;

/// What the user did in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// Clicked a row, with these keys held down.
    Clicked(usize, Modifiers),
    /// Went to a row by the keys; with Shift held down where it `extends`.
    Went {
        /// The row.
        to: usize,
        /// Whether that was upwards.
        up: bool,
        /// Whether Shift was held down.
        extends: bool,
    },
    /// Pressed the arrow to the left, or to the right.
    Sideways {
        /// Whether to the right.
        right: bool,
    },
    /// Chose the column to sort by.
    Sorted(usize),
    /// Set the width of a column, or gave it back its own.
    Widened,
}
