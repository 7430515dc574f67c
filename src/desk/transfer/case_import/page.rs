//! The page that imports a file into a register: what the columns mean, what the rows do, and then the import. Nothing is
//! written before that.

use std::time::Duration;

use egui::{Id, Margin, ProgressBar, ScrollArea, Ui};

use super::columns_ui::columns_ui;
use super::done_ui::done_ui;
use super::file_bar::file_bar;
use super::questions_ui::questions_ui;
use super::rows_ui::rows_ui;
use super::state::{CaseImport, Step};
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, empty, label_ui};
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::register::Definition;

/// How wide the column with questions is, in points.
const QUESTIONS: f32 = 292.0;
/// In a narrow window.
const NARROW_QUESTIONS: f32 = 250.0;
/// From which width of the page it is narrow.
const NARROW: f32 = 860.0;

/// Draws the page.
pub fn case_import_ui(ui: &mut Ui, import: &mut CaseImport, model: &mut Model) {
    let vault = model.vault.as_ref();
    let Some(definition) = vault.and_then(|vault| vault.definition(&import.register)) else {
        return;
    };
    header_ui(ui, import, model, &definition);
    if import.is_waiting() {
        progress_ui(ui, import, model);
    }
    if import.done.is_some() {
        return done_ui(ui, import, model);
    }
    if import.look.is_none() {
        return choose_ui(ui, import, model);
    }
    match import.step {
        Step::Columns => {
            let room = ui.available_width();
            let aside = match room < NARROW {
                true => NARROW_QUESTIONS,
                false => QUESTIONS,
            };
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = theme::GAP;
                ui.vertical(|ui| {
                    // A card is as wide as its content and the lines around it.
                    ui.set_width(room - aside - theme::GAP - 2.0);
                    file_bar(ui, import, model);
                    ui.add_space(4.0);
                    columns_ui(ui, import, model, &definition);
                });
                ui.vertical(|ui| {
                    ui.set_width(aside);
                    questions_ui(ui, import, model, &definition);
                });
            });
        }
        Step::Rows => rows_ui(ui, import, model),
    }
}

/// The title, what is left out, and the buttons.
fn header_ui(ui: &mut Ui, import: &mut CaseImport, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let label = definition.label.text(language);
    let title = language.say("import-title", &[("register", label.into())]);
    let subtitle = language.text(match (&import.done, &import.look, import.step) {
        (Some(_), ..) => "import-step-done",
        (_, None, _) => "import-subtitle",
        (_, _, Step::Columns) => "import-step-columns",
        (_, _, Step::Rows) => "import-step-rows",
    });
    let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
    let Some(registers) = registers else { return };
    let keys = |command: &Command| command.shortcut(&registers);
    route::page_header(ui, &title, &subtitle, |ui| {
        if import.done.is_none() && import.look.is_some() {
            let text = next_text(import, model);
            let enabled = can_go_on(import);
            let button = Button::new(&text).icon(icons::IMPORT).enabled(enabled);
            if button.shortcut(keys(&Command::Save)).primary(ui).clicked() {
                import.save(model);
            }
        }
        let close = language.text(match (import.step, &import.done) {
            (Step::Rows, None) => "import-back",
            _ => "command-close",
        });
        let button = Button::new(&close).shortcut(keys(&Command::Close));
        if button.secondary(ui).clicked() {
            model.actions.push(Command::Close);
        }
        if import.done.is_none() {
            skipped_ui(ui, import, model);
        }
    });
}

/// What the primary button says.
fn next_text(import: &CaseImport, model: &Model) -> String {
    match import.step {
        Step::Columns => model.text("import-check-rows"),
        Step::Rows => {
            let count = import.ready() as i64;
            model.language.say("import-do", &[("count", count.into())])
        }
    }
}

/// Whether the primary button does something.
fn can_go_on(import: &CaseImport) -> bool {
    let begins = import
        .look
        .as_ref()
        .is_some_and(|look| look.mapping.has_begin());
    !import.is_waiting()
        && match import.step {
            Step::Columns => begins,
            Step::Rows => import.ready() > 0,
        }
}

/// A warning where columns that are skipped hold much; it leads to the first of them.
fn skipped_ui(ui: &mut Ui, import: &mut CaseImport, model: &Model) {
    let Some(look) = &import.look else { return };
    let filled = |column: &usize| {
        look.columns
            .columns
            .get(*column)
            .map_or(0, |one| one.filled)
    };
    let skipped = look.mapping.skipped().filter(|column| filled(column) > 0);
    let skipped: Vec<usize> = skipped.collect();
    let Some(first) = skipped.first().copied() else {
        return;
    };
    let cells = skipped.iter().map(filled).sum::<usize>() as i64;
    let counts = [
        ("count", (skipped.len() as i64).into()),
        ("cells", cells.into()),
    ];
    let text = model.language.say("import-skipped-columns", &counts);
    let whole = model.language.say("import-skipped-warning", &counts);
    if Button::new(&text)
        .name(whole)
        .icon(icons::WARNING)
        .warning(ui)
        .clicked()
    {
        (import.step, import.column) = (Step::Columns, first);
        import.take_keys = true;
    }
}

/// How far it is, with a button to stop.
fn progress_ui(ui: &mut Ui, import: &CaseImport, model: &mut Model) {
    let language = model.language;
    let (done, total) = import.progress.rows();
    let text = match total {
        0 => language.text("import-reading"),
        total => language.say(
            "import-progress",
            &[
                ("done", (done as i64).into()),
                ("total", (total as i64).into()),
            ],
        ),
    };
    card(ui, Margin::symmetric(16, 8), |ui| {
        ui.horizontal(|ui| {
            let share = match total {
                0 => 0.0,
                total => done as f32 / total as f32,
            };
            let stop = language.text("import-stop");
            let bar =
                ProgressBar::new(share).desired_width((ui.available_width() - 420.0).max(80.0));
            ui.add(bar).accessible_name(&text);
            label_ui(ui, &text, theme::body(), Palette::of(ui).mute);
            if Button::new(&stop).bordered_chip(ui).clicked() {
                import.progress.cancel();
            }
        });
    });
    ui.ctx().request_repaint_after(Duration::from_millis(100));
    ui.add_space(4.0);
}

/// The choice of the file.
fn choose_ui(ui: &mut Ui, import: &mut CaseImport, model: &mut Model) {
    let language = model.language;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 12.0).min(1000.0);
        card(ui, Margin::same(16), |ui| {
            ui.set_width(width - 34.0);
            let id = Id::unique("import file");
            let can_look = Some(!import.is_waiting());
            if import.file.ui(ui, id, can_look, language) {
                import.look_at_typed(model);
            }
        });
        ui.add_space(8.0);
        let next = language.text("import-empty-next");
        empty(ui, icons::IMPORT, &language.text("import-empty"), &next);
    });
}
