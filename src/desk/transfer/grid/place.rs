//! A place in the grid, and the block of cells that is selected.

use std::ops::RangeInclusive;

/// A cell: its row and its column, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub row: usize,
    pub column: usize,
}

/// The cells that are selected: those between the one that the keys are on and the one where selecting began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// The cell that the keys are on.
    pub cursor: Place,
    /// The opposite corner.
    pub anchor: Place,
}

impl Block {
    /// One cell.
    pub fn at(place: Place) -> Self {
        Self {
            cursor: place,
            anchor: place,
        }
    }

    /// The cells from one corner to the other.
    pub fn between(one: Place, other: Place) -> Self {
        Self {
            cursor: one,
            anchor: other,
        }
    }

    pub fn rows(self) -> RangeInclusive<usize> {
        self.cursor.row.min(self.anchor.row)..=self.cursor.row.max(self.anchor.row)
    }

    pub fn columns(self) -> RangeInclusive<usize> {
        self.cursor.column.min(self.anchor.column)..=self.cursor.column.max(self.anchor.column)
    }

    /// The corner at the top and the left.
    pub fn first(self) -> Place {
        Place {
            row: *self.rows().start(),
            column: *self.columns().start(),
        }
    }

    pub fn contains(self, place: Place) -> bool {
        self.rows().contains(&place.row) && self.columns().contains(&place.column)
    }

    /// Whether it is a single cell.
    pub fn is_one(self) -> bool {
        self.cursor == self.anchor
    }

    /// The same as far as there are so many rows and columns.
    pub fn within(self, rows: usize, columns: usize) -> Self {
        let kept = |place: Place| Place {
            row: place.row.min(rows.saturating_sub(1)),
            column: place.column.min(columns.saturating_sub(1)),
        };
        Self {
            cursor: kept(self.cursor),
            anchor: kept(self.anchor),
        }
    }
}
