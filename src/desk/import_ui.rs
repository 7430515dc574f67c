//! Bringing in a file: choose it, see what would happen, then do it. Nothing is written before that.

use std::path::{Path, PathBuf};

use egui::{Align2, Id, Margin, ScrollArea, Sense, Ui, vec2};

use super::command::Command;
use super::icons;
use super::model::Model;
use super::picker::Picker;
use super::press::Press;
use super::shell;
use super::theme::{self, Palette};
use super::widgets::{Tone, card, empty, notice, paint_cell, say, text_field, words};
use super::worker::{ImportAnswer, Request};
use crate::exchange::{Imported, Report};
use crate::language::Explain;
use crate::register::Definition;

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// It was looked at, and nothing is written.
    Seen,
    /// It was carried out.
    Done,
    /// It was carried out, and undone.
    Undone,
}

/// The state of an import.
pub struct Import {
    /// The register it goes into.
    pub register: String,
    path: String,
    all_or_nothing: bool,
    /// What the file for which it was made would do, or did.
    outcome: Option<(String, Imported, Stage)>,
    take_focus: bool,
    /// Whether the field with the file is to be left: what was brought in is undone with the keys that undo typing there.
    leave: bool,
    picker: Picker,
}

impl Import {
    /// An import into this register; the file is still to be chosen.
    pub fn new(register: String) -> Self {
        Self {
            register,
            path: String::new(),
            all_or_nothing: false,
            outcome: None,
            take_focus: true,
            leave: false,
            picker: Picker::default(),
        }
    }

    /// A file was dropped on the window.
    pub fn dropped(&mut self, path: &Path, model: &mut Model) {
        self.path = path.display().to_string();
        self.ask(model, false);
    }

    /// The clerk says what an import does or did; an answer about another file is none to this one.
    pub fn told(&mut self, answer: ImportAnswer) {
        if answer.register == self.register && answer.path == self.file() {
            let stage = match answer.written {
                true => Stage::Done,
                false => Stage::Seen,
            };
            self.leave = answer.written;
            self.outcome = Some((self.path.clone(), answer.imported, stage));
        }
    }

    /// An action was undone, or done again, by another one: perhaps this import.
    pub fn undone(&mut self, action: &str, by: Option<&str>) {
        if let Some((_, imported, stage)) = &mut self.outcome
            && imported.action.as_deref() == Some(action)
        {
            imported.action = by.map(str::to_owned);
            *stage = match stage {
                Stage::Undone => Stage::Done,
                Stage::Seen | Stage::Done => Stage::Undone,
            };
        }
    }

    /// The file whose name is typed; quotation marks around it come from copying.
    fn file(&self) -> PathBuf {
        PathBuf::from(self.path.trim().trim_matches('"'))
    }

    fn ask(&mut self, model: &mut Model, write: bool) {
        let path = self.file();
        if path.as_os_str().is_empty() || model.busy > 0 {
            return;
        }
        self.outcome = None;
        model.message = None;
        // A look shows what every row would do: the choice for all or nothing can still be changed.
        let (register, all_or_nothing) = (self.register.clone(), write && self.all_or_nothing);
        model.ask_long(Request::Import {
            register,
            path,
            write,
            all_or_nothing,
        });
    }
}

/// The page of an import.
pub fn import_ui(ui: &mut Ui, import: &mut Import, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let label = definition.label.text(language).to_owned();
    let title = language.say("import-title", &[("register", label.into())]);
    // A plan is for the file it was made for, and can be carried out once.
    let ready = import
        .outcome
        .as_ref()
        .is_some_and(|(path, imported, stage)| {
            let report = &imported.report;
            let held = import.all_or_nothing && report.refused > 0;
            *path == import.path
                && *stage == Stage::Seen
                && report.added + report.updated > 0
                && !held
        });
    let registers = model.vault.as_ref().map(|vault| vault.registers.clone());
    shell::page_header(ui, &title, &language.text("import-subtitle"), |ui| {
        let count = import.outcome.as_ref().map_or(0, |(_, imported, _)| {
            imported.report.added + imported.report.updated
        });
        let text = match ready {
            true => language.say("import-do", &[("count", (count as i64).into())]),
            false => language.text("command-import-do"),
        };
        let press = Press::new(&text)
            .icon(icons::IMPORT)
            .enabled(ready && model.busy == 0);
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
        if Press::new(&close).shortcut(keys).button(ui).clicked() {
            model.commands.push(Command::Close);
        }
    });
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 12.0).min(1000.0);
        file_card(ui, import, model, width);
        ui.add_space(8.0);
        match &import.outcome {
            Some((path, imported, stage)) if *path == import.path => {
                outcome_card(ui, imported, *stage, model, width);
            }
            _ => {
                let next = language.text("import-empty-next");
                empty(ui, icons::IMPORT, &language.text("import-empty"), &next);
            }
        }
    });
}

/// Save was pressed: look at the file first, carry the plan out the second time.
pub fn save(import: &mut Import, model: &mut Model) {
    let seen = import
        .outcome
        .as_ref()
        .filter(|(path, _, _)| *path == import.path);
    match seen {
        None => import.ask(model, false),
        Some((_, imported, Stage::Seen)) => {
            let held = import.all_or_nothing && imported.report.refused > 0;
            if imported.report.added + imported.report.updated > 0 && !held {
                import.ask(model, true);
            }
        }
        Some((_, _, Stage::Done | Stage::Undone)) => {}
    }
}

fn file_card(ui: &mut Ui, import: &mut Import, model: &mut Model, width: f32) {
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
                    if Press::new(&browse).button(ui).clicked() {
                        import.picker.table(ui, &language.text("picker-tables"));
                    }
                    if let Some(path) = import.picker.chosen() {
                        import.path = path.display().to_string();
                        import.ask(model, false);
                    }
                    let look = language.text("import-look");
                    let usable = !import.path.trim().is_empty() && model.busy == 0;
                    if Press::new(&look).enabled(usable).button(ui).clicked() {
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

fn outcome_card(ui: &mut Ui, imported: &Imported, stage: Stage, model: &Model, width: f32) {
    let palette = Palette::of(ui);
    let language = model.language;
    let report = &imported.report;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        let (icon, id, tone) = match (stage, imported.held_back) {
            (_, true) => (icons::WARNING, "import-was-held-back", Tone::Warn),
            (Stage::Done, false) => (icons::FINISH, "import-was-done", Tone::Ok),
            (Stage::Seen, false) => (icons::DATE, "import-would-do", Tone::Accent),
            (Stage::Undone, false) => (icons::UNDO, "import-was-undone", Tone::Warn),
        };
        let counts = [
            ("read", (report.read as i64).into()),
            ("added", (report.added as i64).into()),
            ("updated", (report.updated as i64).into()),
        ];
        notice(ui, icon, &language.say(id, &counts), tone);
        counts_ui(ui, report, model);
        if !report.ignored.is_empty() {
            let columns = report.ignored.join(", ");
            let text = language.say("import-ignored-columns", &[("columns", columns.into())]);
            words(ui, &[(&text, theme::label(), palette.mute)]);
        }
    });
    if !report.problems.is_empty() {
        ui.add_space(8.0);
        problems_card(ui, report, model, width);
    }
}

/// The five numbers of a report, side by side.
fn counts_ui(ui: &mut Ui, report: &Report, model: &Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 36.0;
        for (count, id) in [
            (report.read, "import-count-read"),
            (report.added, "import-count-added"),
            (report.updated, "import-count-updated"),
            (report.unchanged, "import-count-unchanged"),
            (report.refused, "import-count-refused"),
        ] {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let refused = id == "import-count-refused" && count > 0;
                let colour = match (count, refused) {
                    (_, true) => palette.bad.0,
                    (0, _) => palette.faint,
                    _ => palette.ink,
                };
                let font = egui::FontId::new(30.0, theme::bold());
                say(ui, language.count(count as i64), font, colour);
                say(ui, language.text(id), theme::label(), palette.mute);
            });
        }
    });
    ui.add_space(4.0);
}

/// Every refusal: row, column, value, and what would be right.
fn problems_card(ui: &mut Ui, report: &Report, model: &Model, width: f32) {
    let palette = Palette::of(ui);
    let language = model.language;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        say(
            ui,
            language.text("import-refusals"),
            theme::heading(),
            palette.ink,
        );
        ui.add_space(6.0);
        let columns = [60.0, 150.0, 150.0];
        let line = |ui: &mut Ui, cells: [&str; 4], header: bool| {
            let room = ui.available_width();
            let message_width = room - columns.iter().sum::<f32>();
            let (font, colour) = match header {
                true => (theme::label(), palette.mute),
                false => (theme::body(), palette.ink),
            };
            let message = ui.painter().layout(
                cells[3].to_owned(),
                font.clone(),
                colour,
                message_width - 16.0,
            );
            let height = (message.size().y + 14.0).max(theme::ROW);
            let (rect, response) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::accesskit::Role::Row, true, cells.join(", "))
            });
            let mut left = rect.left();
            for (text, width) in cells.iter().zip(columns) {
                let cell = egui::Rect::from_min_size(
                    egui::pos2(left, rect.top()),
                    vec2(width, theme::ROW),
                );
                paint_cell(ui, cell, text, font.clone(), colour, Align2::LEFT_CENTER);
                left += width;
            }
            ui.painter()
                .galley(egui::pos2(left + 8.0, rect.top() + 8.0), message, colour);
            let stroke = egui::Stroke::new(1.0, palette.line);
            ui.painter()
                .hline(rect.x_range(), rect.bottom() - 0.5, stroke);
        };
        let headers = ["row", "column", "value", "message"]
            .map(|part| language.text(&format!("import-header-{part}")));
        line(
            ui,
            [&headers[0], &headers[1], &headers[2], &headers[3]],
            true,
        );
        for problem in report.problems.iter().take(200) {
            let row = problem.row.to_string();
            let column = problem.column.as_deref().unwrap_or("–");
            line(
                ui,
                [
                    &row,
                    column,
                    &problem.value,
                    &problem.problem.explain(language),
                ],
                false,
            );
        }
        let rest = report.problems.len().saturating_sub(200) as i64;
        if rest > 0 {
            ui.add_space(6.0);
            let text = language.say("figures-more", &[("count", rest.into())]);
            say(ui, text, theme::label(), palette.mute);
        }
    });
}
