//! The page that imports a file of figures: choose the file, see what would happen, then do it. Nothing is written before that.

use egui::{Id, Margin, ScrollArea, Ui};

use super::outcome::outcome_card;
use super::state::{ImportStep, IndicatorImport};
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::Palette;
use crate::desk::kit::widgets::{card, empty};
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::register::Registers;

/// The page of an import.
pub fn indicator_import_ui(ui: &mut Ui, import: &mut IndicatorImport, model: &mut Model) {
    let language = model.language;
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return;
    };
    header_ui(ui, import, model, &registers);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 12.0).min(1000.0);
        file_card(ui, import, model, width);
        ui.add_space(8.0);
        match import.outcome() {
            Some(outcome) => outcome_card(ui, outcome, model, width),
            None => {
                let next = language.text("import-empty-next");
                empty(ui, icons::IMPORT, &language.text("import-empty"), &next);
            }
        }
    });
}

/// The title, with the buttons that carry the plan out and close the page.
fn header_ui(ui: &mut Ui, import: &mut IndicatorImport, model: &mut Model, registers: &Registers) {
    let language = model.language;
    let label = language.text("indicators");
    let title = language.say("import-title", &[("register", label.into())]);
    // A plan is for the file it was made for, and can be carried out once.
    let planned = import.planned();
    route::page_header(ui, &title, &language.text("import-subtitle"), |ui| {
        let text = match planned {
            Some(count) => language.say("import-do", &[("count", (count as i64).into())]),
            None => language.text("command-import-do"),
        };
        let can_import = planned.is_some() && !model.is_busy();
        let button = Button::new(&text).icon(icons::IMPORT).enabled(can_import);
        let keys = Command::Save.shortcut(registers);
        if button.shortcut(keys).primary(ui).clicked() {
            import.ask(ImportStep::Write, model);
        }
        let close = language.text("command-close");
        let keys = Command::Close.shortcut(registers);
        if Button::new(&close).shortcut(keys).secondary(ui).clicked() {
            model.actions.push(Command::Close);
        }
    });
}

/// The file, and whether all of it or nothing is imported.
fn file_card(ui: &mut Ui, import: &mut IndicatorImport, model: &mut Model, width: f32) {
    let language = model.language;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        let id = Id::unique("import file");
        let can_look = Some(!model.is_busy());
        if import.file.ui(ui, id, can_look, language) {
            import.ask(ImportStep::Preview, model);
        }
        ui.add_space(2.0);
        let text = language.text("import-all-or-nothing");
        ui.scope(|ui| {
            // The box of a checkbox is a control by itself and needs a border that is seen.
            ui.visuals_mut().widgets.inactive.bg_stroke.color = Palette::of(ui).mute;
            ui.checkbox(&mut import.all_or_nothing, text);
        });
    });
}
