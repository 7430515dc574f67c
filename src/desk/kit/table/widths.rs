//! The widths of the columns of a table that the user set.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::column::Column;

/// The widths that the user set, in points, by the id of the column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Widths(BTreeMap<String, u16>);

impl Widths {
    /// The width that the user set for the column with this id, in points.
    pub fn set_for(&self, id: &str) -> Option<f32> {
        self.0.get(id).copied().map(f32::from)
    }

    /// The width of this column, in points.
    pub(super) fn of(&self, column: &Column) -> f32 {
        let set = self.0.get(&column.id).copied();
        set.map_or(column.width, f32::from)
    }

    /// Sets the width of this column.
    pub(super) fn set(&mut self, column: &Column, width: u16) {
        self.0.insert(column.id.clone(), width);
    }

    /// Gives this column back its own width.
    pub(super) fn reset(&mut self, column: &Column) {
        self.0.remove(&column.id);
    }
}
