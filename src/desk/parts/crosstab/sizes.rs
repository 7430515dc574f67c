//! The sizes of a crosstab, in points.

use egui::Context;

use crate::desk::kit::density;
use crate::desk::kit::theme;
use crate::report::Tabulation;

/// How far a subset stands to the right of what it is a subset of.
pub const INDENT: f32 = 14.0;
/// How high the line of a subset is.
pub const SUBSET: f32 = 26.0;
/// How high the names of the fields stand above the columns, which are the values of those fields.
const NAMES: f32 = 26.0;

/// How high all headings are together.
pub fn headings_height(ctx: &Context, table: &Tabulation) -> f32 {
    (0..table.levels())
        .map(|level| level_height(ctx, table, level))
        .sum()
}

/// How high the headings of a level are. The highest of several levels holds the names of the fields, in small letters.
pub fn level_height(ctx: &Context, table: &Tabulation, level: usize) -> f32 {
    let names = level == 0 && table.levels() > 1;
    density::height(ctx, if names { NAMES } else { theme::ROW })
}
