//! What is wrong with the row that the keys are on, below the rows.

use egui::{ScrollArea, Sense, Ui, vec2};

use super::state::CaseImport;
use crate::desk::backend::import_rows::RowTable;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::paragraph;
use crate::language::Language;

/// How high it is at most, in points.
const WRONG: f32 = 120.0;

/// What is wrong with the row that the keys are on.
pub(super) fn wrong_with(
    import: &CaseImport,
    table: &RowTable,
    language: Language,
) -> Option<String> {
    let (outcome, row) = import.rows.current(table)?;
    if import.rows.folded.contains(&outcome) {
        return None;
    }
    let problems = row.problems.iter().map(|problem| {
        let column = problem.column.and_then(|at| table.columns.get(at));
        match column {
            Some(column) => language.say(
                "import-in-column",
                &[
                    ("row", row.row.to_string().into()),
                    ("column", (&column.label).into()),
                    ("problem", (&problem.sentence).into()),
                ],
            ),
            None => language.say(
                "import-in-row",
                &[
                    ("row", row.row.to_string().into()),
                    ("problem", (&problem.sentence).into()),
                ],
            ),
        }
    });
    let problems: Vec<String> = problems.collect();
    (!problems.is_empty()).then(|| problems.join("\n"))
}

/// How high it is to say what is wrong; what is longer scrolls.
pub(super) fn wrong_height(ui: &Ui, text: &str, width: f32) -> f32 {
    let (text, colour) = (text.to_owned(), Palette::of(ui).bad.0);
    let wrapped = ui
        .painter()
        .layout(text, theme::body(), colour, width - 40.0);
    (wrapped.size().y + 16.0).min(WRONG)
}

/// Draws it, in this height.
pub(super) fn wrong_ui(ui: &mut Ui, text: &str, width: f32, height: f32) {
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, palette.bad.1);
    let inside = egui::UiBuilder::new().max_rect(rect.shrink2(vec2(16.0, 6.0)));
    ui.scope_builder(inside, |ui| {
        ScrollArea::vertical()
            .id_salt("import wrong")
            .max_height(height - 12.0)
            .show(ui, |ui| {
                paragraph(ui, text, theme::body(), palette.bad.0);
            });
    });
}
