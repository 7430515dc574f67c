//! A row that may be a known case, beside that case and beside both put together.

use egui::{Align, Grid, Layout, Margin, RichText, ScrollArea, Ui};

use super::state::CaseImport;
use crate::desk::backend::import_look::ImportLook;
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui};
use crate::desk::state::model::Model;
use crate::exchange::{Decision, DuplicateReason};
use crate::language::Language;

/// How high the lines are at most, in points.
const LINES: f32 = 150.0;

/// Draws the card; returns what was decided.
pub(super) fn duplicates_card(
    ui: &mut Ui,
    import: &CaseImport,
    look: &ImportLook,
    language: Language,
) -> Option<Decision> {
    let duplicates = &look.table.duplicates;
    let duplicate = duplicates.get(import.rows.duplicate)?;
    let palette = Palette::of(ui);
    let mut decided = None;
    card(ui, Margin::same(12), |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let title = language.text("import-possible-duplicate");
            label_ui(ui, title, theme::heading(), palette.ink);
            let place = language.say(
                "import-duplicate-of",
                &[
                    ("at", (import.rows.duplicate as i64 + 1).into()),
                    ("all", (look.report.duplicates as i64).into()),
                ],
            );
            label_ui(ui, place, theme::body(), palette.mute);
            let why = language.text(match duplicate.why {
                DuplicateReason::Address => "import-same-address",
                DuplicateReason::Person => "import-same-person",
            });
            label_ui(ui, why, theme::label(), palette.mute);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (decision, id, key) in [
                    (Decision::Skip, "import-duplicate-skip", "O"),
                    (Decision::Both, "import-duplicate-both", "B"),
                    (Decision::Merge, "import-duplicate-merge", "M"),
                ] {
                    let text = language.text(id);
                    let button = Button::new(&text).shortcut(Some(key.to_owned()));
                    let chosen = duplicate.decision == Some(decision);
                    if button.chip(ui, chosen).clicked() {
                        decided = Some(decision);
                    }
                }
            });
        });
        ScrollArea::vertical()
            .id_salt("import duplicate lines")
            .max_height(LINES)
            .show(ui, |ui| lines_ui(ui, import, look, language));
    });
    decided
}

fn lines_ui(ui: &mut Ui, import: &CaseImport, look: &ImportLook, language: Language) {
    let Some(duplicate) = look.table.duplicates.get(import.rows.duplicate) else {
        return;
    };
    let palette = Palette::of(ui);
    let width = (ui.available_width() - 140.0) / 3.0 - 16.0;
    Grid::new("import duplicate")
        .num_columns(4)
        .spacing([16.0, 6.0])
        .show(ui, |ui| {
            let row = language.say(
                "import-duplicate-row",
                &[("row", duplicate.row.to_string().into())],
            );
            let known = language.say(
                "import-duplicate-known",
                &[("number", (&duplicate.number).into())],
            );
            let together = language.text("import-duplicate-together");
            label_ui(ui, "", theme::label(), palette.mute);
            for heading in [row, known, together] {
                label_ui(ui, heading, theme::label(), palette.mute);
            }
            ui.end_row();
            for line in &duplicate.lines {
                let differs = line.row != line.known;
                label_ui(ui, &line.label, theme::label(), palette.mute);
                for (text, marked, bold) in [
                    (&line.row, differs, false),
                    (&line.known, differs, false),
                    (&line.together, false, differs),
                ] {
                    let font = if bold { theme::strong() } else { theme::body() };
                    let mut text = RichText::new(text).font(font).color(palette.ink);
                    if marked {
                        text = text.background_color(palette.warn.1);
                    }
                    ui.allocate_ui(egui::vec2(width, 18.0), |ui| {
                        ui.set_width(width);
                        ui.add(egui::Label::new(text).truncate());
                    });
                }
                ui.end_row();
            }
        });
}

/// Decides what becomes of the possible duplicate on the screen; the next one is shown.
pub(super) fn decide(import: &mut CaseImport, decision: Decision, model: &mut Model) {
    let (Some(look), Some(chosen)) = (&import.look, &mut import.import) else {
        return;
    };
    let duplicates = &look.table.duplicates;
    let Some(duplicate) = duplicates.get(import.rows.duplicate) else {
        return;
    };
    chosen.decisions.insert(duplicate.row, decision);
    import.rows.duplicate = (import.rows.duplicate + 1).min(duplicates.len() - 1);
    if let Some(next) = duplicates.get(import.rows.duplicate) {
        import.rows.row = Some(next.row);
        import.rows.reveal = true;
    }
    import.look_again(false, model);
}
