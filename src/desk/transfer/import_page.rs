//! Bringing in a file: choose it, see what would happen, then do it. Nothing is written before that.

use std::path::{Path, PathBuf};

use egui::{Id, Margin, ScrollArea, Ui};

use crate::desk::backend::import_job::{FileImport, ImportOutcome, ImportTarget};
use crate::desk::backend::protocol::Request;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::file_dialog::FileDialog;
use crate::desk::kit::icons;
use crate::desk::kit::theme::Palette;
use crate::desk::kit::widgets::{card, empty, text_field};
use crate::desk::parts::file_field::file_named;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::state::route;
use crate::desk::transfer::import_outcome::outcome_card;
use crate::exchange::Imported;
use crate::figures::YearChange;

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It was looked at, and nothing is written.
    Seen,
    /// It was carried out.
    Done,
    /// It was carried out, and undone.
    Undone,
}

/// The state of an import.
pub struct ImportPage {
    /// Where it goes.
    into: ImportTarget,
    path: String,
    all_or_nothing: bool,
    /// What the file for which it was made would do, or did.
    outcome: Option<Outcome>,
    take_focus: bool,
    /// Whether the field with the file is to be left: what was brought in is undone with the keys that undo typing there.
    leave: bool,
    picker: FileDialog,
}

/// What a file would do, or did.
pub struct Outcome {
    /// The file, as its name was typed.
    path: String,
    /// What became of its rows.
    pub imported: Imported,
    /// The values that changed, where it went into the indicators.
    pub changes: Vec<YearChange>,
    /// How far it is.
    pub stage: Stage,
}

impl ImportPage {
    /// An import that goes there; the file is still to be chosen.
    pub fn new(into: ImportTarget) -> Self {
        Self {
            into,
            path: String::new(),
            all_or_nothing: false,
            outcome: None,
            take_focus: true,
            leave: false,
            picker: FileDialog::default(),
        }
    }

    /// A file was dropped on the window.
    pub fn dropped(&mut self, path: &Path, model: &mut Model) {
        self.path = path.display().to_string();
        self.ask(model, false);
    }

    /// The clerk says what an import does or did; an answer about another file is none to this one.
    pub fn on_outcome(&mut self, answer: ImportOutcome) {
        if answer.into == self.into && answer.path == self.file() {
            let stage = match answer.written {
                true => Stage::Done,
                false => Stage::Seen,
            };
            self.leave = answer.written;
            self.outcome = Some(Outcome {
                path: self.path.clone(),
                imported: answer.imported,
                changes: answer.changes,
                stage,
            });
        }
    }

    /// An action was undone, or done again, by another one: perhaps this import.
    pub fn on_undone(&mut self, action: &str, by: Option<&str>) {
        if let Some(outcome) = &mut self.outcome
            && outcome.imported.action.as_deref() == Some(action)
        {
            outcome.imported.action = by.map(str::to_owned);
            outcome.turn();
        }
    }

    /// Values were changed back, or changed again: perhaps those of this import.
    pub fn on_years_undone(&mut self, changes: &[YearChange]) {
        let same = |outcome: &&mut Outcome| {
            let ours = outcome.changes.iter();
            let theirs = changes.iter();
            ours.map(|change| &change.key)
                .eq(theirs.map(|change| &change.key))
        };
        if let Some(outcome) = self.outcome.as_mut().filter(same) {
            outcome.turn();
        }
    }

    /// The file whose name is typed.
    fn file(&self) -> PathBuf {
        file_named(&self.path)
    }

    fn ask(&mut self, model: &mut Model, write: bool) {
        let path = self.file();
        if path.as_os_str().is_empty() || model.is_busy() {
            return;
        }
        self.outcome = None;
        model.message = None;
        // A look shows what every row would do: the choice for all or nothing can still be changed.
        let request = Request::Import(FileImport {
            into: self.into.clone(),
            path,
            write,
            all_or_nothing: write && self.all_or_nothing,
        });
        model.ask_for(Pending::Import, request);
    }

    /// What came of the file whose name is typed.
    fn outcome(&self) -> Option<&Outcome> {
        self.outcome
            .as_ref()
            .filter(|outcome| outcome.path == self.path)
    }

    /// How many rows the plan that was shown would write; none where there is none that can be carried out.
    fn planned(&self) -> Option<usize> {
        let outcome = self.outcome()?;
        let report = &outcome.imported.report;
        let held = self.all_or_nothing && report.refused > 0;
        let count = report.added + report.updated;
        (outcome.stage == Stage::Seen && count > 0 && !held).then_some(count)
    }
}

impl Outcome {
    /// It was undone, or done again.
    fn turn(&mut self) {
        self.stage = match self.stage {
            Stage::Undone => Stage::Done,
            Stage::Seen | Stage::Done => Stage::Undone,
        };
    }
}

/// The page of an import.
pub fn import_ui(ui: &mut Ui, import: &mut ImportPage, model: &mut Model) {
    let language = model.language;
    let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
    let label = match &import.into {
        ImportTarget::Indicators => language.text("indicators"),
        ImportTarget::Register(id) => {
            let definition = registers.as_ref().and_then(|registers| registers.get(id));
            definition.map_or_else(
                || id.clone(),
                |definition| definition.label.text(language).to_owned(),
            )
        }
    };
    let title = language.say("import-title", &[("register", label.into())]);
    // A plan is for the file it was made for, and can be carried out once.
    let planned = import.planned();
    route::page_header(ui, &title, &language.text("import-subtitle"), |ui| {
        let text = match planned {
            Some(count) => language.say("import-do", &[("count", (count as i64).into())]),
            None => language.text("command-import-do"),
        };
        let press = Button::new(&text)
            .icon(icons::IMPORT)
            .enabled(planned.is_some() && !model.is_busy());
        let keys = registers
            .as_ref()
            .and_then(|known| Command::Save.shortcut(known));
        if press.shortcut(keys).primary(ui).clicked() {
            import.ask(model, true);
        }
        let close = language.text("command-close");
        let keys = registers
            .as_ref()
            .and_then(|known| Command::Close.shortcut(known));
        if Button::new(&close).shortcut(keys).secondary(ui).clicked() {
            model.actions.push(Command::Close);
        }
    });
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 12.0).min(1000.0);
        file_card(ui, import, model, width);
        ui.add_space(8.0);
        match import.outcome() {
            Some(outcome) => outcome_card(ui, outcome, &import.into, model, width),
            None => {
                let next = language.text("import-empty-next");
                empty(ui, icons::IMPORT, &language.text("import-empty"), &next);
            }
        }
    });
}

/// Save was pressed: look at the file first, carry the plan out the second time.
pub fn save(import: &mut ImportPage, model: &mut Model) {
    if import.outcome().is_none() {
        import.ask(model, false);
    } else if import.planned().is_some() {
        import.ask(model, true);
    }
}

fn file_card(ui: &mut Ui, import: &mut ImportPage, model: &mut Model, width: f32) {
    let language = model.language;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        ui.horizontal_top(|ui| {
            let id = Id::unique("import file");
            let label = language.text("import-file");
            let room = ui.available_width() - 300.0;
            let hint = language.text("import-file-hint");
            let field = text_field(ui, id, &label, &mut import.path, &hint, None, room);
            if std::mem::take(&mut import.take_focus) {
                field.request_focus();
            }
            if std::mem::take(&mut import.leave) {
                field.surrender_focus();
            }
            if field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                import.ask(model, false);
            }
            ui.vertical(|ui| {
                ui.add_space(20.0);
                ui.horizontal(|ui| {
                    let browse = language.text("browse");
                    if Button::new(&browse).secondary(ui).clicked() {
                        import.picker.table(ui, &language.text("picker-tables"));
                    }
                    if let Some(path) = import.picker.chosen() {
                        import.path = path.display().to_string();
                        import.ask(model, false);
                    }
                    let look = language.text("import-look");
                    let usable = !import.path.trim().is_empty() && !model.is_busy();
                    if Button::new(&look).enabled(usable).secondary(ui).clicked() {
                        import.ask(model, false);
                    }
                });
            });
        });
        ui.add_space(2.0);
        let text = language.text("import-all-or-nothing");
        ui.scope(|ui| {
            // The box of a checkbox is a control by itself and needs a border that is seen.
            ui.visuals_mut().widgets.inactive.bg_stroke.color = Palette::of(ui).mute;
            ui.checkbox(&mut import.all_or_nothing, text);
        });
    });
}
