//! What an import did: how many rows came in, what was refused, and how to undo it.

use egui::{Margin, ScrollArea, Ui};

use super::state::CaseImport;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::{Tone, card, notice};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::desk::transfer::counts_ui::counts_ui;
use crate::exchange::{DateNote, DateNoteKind};
use crate::language::Explain;

/// Draws it.
pub(super) fn done_ui(ui: &mut Ui, import: &CaseImport, model: &mut Model) {
    let Some(done) = &import.done else { return };
    let language = model.language;
    let report = &done.imported.report;
    let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
    let Some(registers) = registers else { return };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 12.0).min(1000.0);
        card(ui, Margin::same(16), |ui| {
            ui.set_width(width - 34.0);
            let counts = [
                ("added", (report.added as i64).into()),
                ("updated", (report.updated as i64).into()),
            ];
            let (icon, id, tone) = match done.undone {
                false => (icons::FINISH, "import-was-done", Tone::Ok),
                true => (icons::UNDO, "import-was-undone", Tone::Warn),
            };
            notice(ui, icon, &language.say(id, &counts), tone);
            counts_ui(ui, report, model.language);
            let shown = |note: &&DateNote| matches!(note.kind, DateNoteKind::Shown(_));
            for note in report.dates.iter().filter(shown) {
                notice(ui, icons::DATE, &note.explain(language), Tone::Quiet);
            }
            ui.add_space(theme::GAP);
            ui.horizontal(|ui| {
                if done.imported.action.is_some() && !done.undone {
                    let text = language.text("command-undo");
                    let keys = Command::Undo.shortcut(&registers);
                    let button = Button::new(&text).icon(icons::UNDO).shortcut(keys);
                    if button.secondary(ui).clicked() {
                        model.actions.push(Command::Undo);
                    }
                }
                if report.refused > 0 {
                    let text = language.text("import-save-refused");
                    if Button::new(&text)
                        .icon(icons::SAVE_AS)
                        .secondary(ui)
                        .clicked()
                    {
                        model.actions.push(Action::SaveRefused);
                    }
                }
                let text = language.text("import-to-list");
                if Button::new(&text).accented(ui).clicked() {
                    model.actions.push(Command::Close);
                }
            });
        });
    });
}
