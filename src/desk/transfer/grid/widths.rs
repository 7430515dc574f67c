//! How wide the columns of the grid are: as their content wants, and what is left goes to those with long texts.

use egui::{Color32, Ui};

use super::column::CellKind;
use super::place::Place;
use super::state::GridPage;
use crate::desk::kit::theme;
use crate::register::Definition;

/// The narrowest and the widest that a column is made for its content, in points.
const NARROWEST: f32 = 96.0;
const WIDEST: f32 = 300.0;
/// How narrow a long text is made where there is little room.
const NARROW_LONG: f32 = 140.0;
/// What stands in a cell beside its text.
const AROUND: f32 = 24.0;
/// As many rows are measured.
const MEASURED: usize = 60;

/// How wide the columns are, in points.
pub(super) fn widths_of(
    ui: &Ui,
    page: &GridPage,
    labels: &[String],
    definition: &Definition,
    room: f32,
) -> Vec<f32> {
    let measure = |text: &str, font| {
        let painter = ui.painter();
        let galley = painter.layout_no_wrap(text.to_owned(), font, Color32::WHITE);
        galley.size().x
    };
    let rows = page.content.rows().len().min(MEASURED);
    let widths = labels.iter().enumerate().map(|(column, label)| {
        let least = match page.kind(column, definition) {
            CellKind::Long => 200.0,
            CellKind::Choices { .. } => 130.0,
            _ => NARROWEST,
        };
        let texts = (0..rows).map(|row| page.content.text(Place { row, column }));
        let wide = |text: &str| {
            let read = page.checks.reading(column, text);
            let read = read.map_or(0.0, |read| measure(&format!(" → {read}"), theme::body()));
            // Nobody reads a column as wide as a page.
            measure(text.get(..80).unwrap_or(text), theme::body()) + read
        };
        let widest = texts
            .filter(|text| !text.is_empty())
            .map(wide)
            .fold(measure(label, theme::label()), f32::max);
        (widest + AROUND).clamp(least, WIDEST)
    });
    let mut widths: Vec<f32> = widths.collect();
    let spare = room - widths.iter().sum::<f32>();
    let wants = |column: &usize| page.kind(*column, definition) == CellKind::Long;
    let mut long: Vec<usize> = (0..widths.len()).filter(wants).collect();
    if long.is_empty() {
        long = (0..widths.len()).collect();
    }
    // Where a little room is lacking, a long text is cut off rather than a column pushed out of view.
    let each = spare / long.len() as f32;
    for column in long {
        let least = widths[column].min(NARROW_LONG);
        widths[column] = (widths[column] + each).max(least);
    }
    widths
}
