//! How wide the columns of a table are, as far as that was set.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Column;

/// The columns that were made wider or narrower, by what they are remembered by, in points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Widths(BTreeMap<String, u16>);

impl Widths {
    /// How wide this column is, in points.
    pub(super) fn of(&self, column: &Column) -> f32 {
        let set = self.0.get(&column.id).copied();
        set.map_or(column.width, f32::from)
    }

    /// Makes this column as wide as that.
    pub(super) fn set(&mut self, column: &Column, width: u16) {
        self.0.insert(column.id.clone(), width);
    }

    /// This column is as wide as it usually is.
    pub(super) fn reset(&mut self, column: &Column) {
        self.0.remove(&column.id);
    }
}
