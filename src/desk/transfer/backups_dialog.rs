//! The dialog about the backups of a vault: what there is, one more, a trial, and the way back.

use std::path::PathBuf;

use egui::{Id, ScrollArea, Ui};

use crate::desk::backend::backup_book::{BackupBook, BackupChoice, BackupPlace, KnownBackup};
use crate::desk::backend::protocol::Request;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::field::text_field;
use crate::desk::kit::file_dialog::FileDialog;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, busy_ui, empty, label_ui, notice, paragraph, tag};
use crate::desk::parts::file_field::file_named;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::transfer::restore_step::{RestoreStep, Restoring};
use crate::language::{Explain, Language};
use crate::store::RestorePlan;

/// How wide the dialog is, in points.
const WIDTH: f32 = 760.0;
/// How much room the list takes at most; below it everything else stays in view in the lowest window.
const LIST: f32 = 210.0;
/// Where the buttons of a backup begin, from the left.
const BUTTONS: f32 = 560.0;

/// The dialog.
pub struct BackupsDialog {
    vault: PathBuf,
    /// None until they arrive.
    book: Option<BackupBook>,
    /// What is typed for the second folder.
    second: String,
    picker: FileDialog,
    /// Why something could not be done.
    fault: Option<String>,
    /// The backup that is about to be put back.
    step: Option<RestoreStep>,
    take_focus: bool,
}

impl BackupsDialog {
    /// About the vault in this folder; asks for what there is.
    pub fn open(vault: PathBuf, model: &mut Model) -> Self {
        model.ask_for(Pending::Backups, Request::Backups(vault.clone()));
        Self {
            vault,
            book: None,
            second: String::new(),
            picker: FileDialog::default(),
            fault: None,
            step: None,
            take_focus: true,
        }
    }

    /// The backups arrived, or are otherwise now.
    pub fn on_backups(&mut self, book: BackupBook) {
        let second = book.second.as_ref();
        self.second = second.map_or_else(String::new, |(folder, _)| folder.display().to_string());
        self.fault = None;
        self.book = Some(book);
    }

    /// What putting one back would change arrived.
    pub fn on_plan(&mut self, plan: RestorePlan) {
        if let Some(step) = &mut self.step {
            step.on_plan(plan);
        }
    }

    /// What was asked could not be done.
    pub fn refused(&mut self, sentence: String) {
        self.fault = Some(sentence);
    }

    /// Draws the dialog; before a backup is put back, `save` keeps what is being typed. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, save: impl FnOnce(&mut Model), model: &mut Model) -> bool {
        let language = model.language;
        let title = match &self.step {
            Some(step) => step.title(language),
            None => language.text("backups-title"),
        };
        let (mut open, mut back) = (true, None);
        let modal = dialog_ui(ui, "backups", &title, WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            if let Some(fault) = &self.fault {
                notice(ui, icons::WARNING, fault, Tone::Bad);
            }
            if let Some(step) = &mut self.step {
                match step.ui(ui, model) {
                    Restoring::Thinking => {}
                    Restoring::Cancel => self.leave_step(),
                    Restoring::Now(teams) => back = Some((step.choice.clone(), teams)),
                }
                return;
            }
            self.list_ui(ui, model);
            self.second_folder_ui(ui, model);
            open = !self.buttons_ui(ui, model);
        });
        let mut stays = open && !modal.should_close();
        // Escape leads back to the list first.
        if !stays && self.step.is_some() {
            self.leave_step();
            stays = true;
        }
        if let Some((choice, teams)) = back {
            save(model);
            self.ask(Request::Restore(choice, teams), model);
        }
        stays
    }

    fn leave_step(&mut self) {
        self.step = None;
        self.fault = None;
        self.take_focus = true;
    }

    fn ask(&mut self, request: Request, model: &mut Model) {
        self.fault = None;
        model.ask_for(Pending::Backups, request);
    }

    /// What Peildatum does by itself, and every backup there is.
    fn list_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let (language, mute) = (model.language, Palette::of(ui).mute);
        paragraph(ui, &language.text("backups-what"), theme::body(), mute);
        // It is not copied in every frame: the rows, which are drawn beside it, change other parts of the dialog.
        if let Some(book) = self.book.take() {
            self.book_ui(ui, &book, model);
            self.book = Some(book);
        }
    }

    fn book_ui(&mut self, ui: &mut Ui, book: &BackupBook, model: &mut Model) {
        let (language, mute) = (model.language, Palette::of(ui).mute);
        if book.backups.is_empty() {
            let (title, next) = ("backup-no-backups", "backups-none-next");
            empty(
                ui,
                icons::BACKUPS,
                &language.text(title),
                &language.text(next),
            );
            return;
        }
        if book.trial_due {
            notice(
                ui,
                icons::WARNING,
                &language.text("backups-trial-due"),
                Tone::Warn,
            );
        }
        let list = ScrollArea::vertical().auto_shrink([false, true]);
        list.max_height(LIST).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for known in &book.backups {
                self.row_ui(ui, known, model);
            }
        });
        if let Some(tried) = book.tried {
            let when = [("when", language.moment(tried).into())];
            let text = language.say("backups-tried", &when);
            label_ui(ui, text, theme::label(), mute);
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, known: &KnownBackup, model: &mut Model) {
        let (language, palette) = (model.language, Palette::of(ui));
        let backup = &known.backup;
        let when = language.moment(backup.made);
        ui.horizontal(|ui| {
            ui.set_min_height(26.0);
            let begin = ui.cursor().left();
            let cell = |ui: &mut Ui, width: f32, text: String, strong: bool| {
                let (font, colour) = match strong {
                    true => (theme::strong(), palette.ink),
                    false => (theme::body(), palette.mute),
                };
                let left = ui.cursor().left();
                label_ui(ui, text, font, colour);
                ui.add_space((left + width - ui.cursor().left()).max(0.0));
            };
            cell(ui, 150.0, when.clone(), true);
            cell(ui, 160.0, backup.kind.label(language), false);
            cell(ui, 110.0, cases(known, language), false);
            match (backup.verified, known.place) {
                (None, _) => tag(ui, &language.text("backups-not-checked"), Tone::Warn),
                (_, BackupPlace::Second) => {
                    tag(ui, &language.text("backups-in-second"), Tone::Quiet);
                }
                _ => {}
            }
            let choice = BackupChoice {
                vault: self.vault.clone(),
                place: known.place,
                name: backup.name.clone(),
            };
            let idle = !model.is_busy();
            // In the order in which Tab comes by them.
            ui.add_space((begin + BUTTONS - ui.cursor().left()).max(0.0));
            let text = language.text("backups-try");
            let button = Button::new(&text).name(format!("{text} {when}"));
            if button.enabled(idle).link(ui).clicked() {
                self.ask(Request::TryBackup(choice.clone()), model);
            }
            let text = language.text("backups-restore");
            let button = Button::new(&text).name(format!("{text} {when}"));
            if button.enabled(idle).link(ui).clicked() {
                self.step = Some(RestoreStep::new(choice.clone(), backup.made));
                self.ask(Request::PlanRestore(choice), model);
            }
        });
    }

    /// The folder on another disk that gets every backup too.
    fn second_folder_ui(&mut self, ui: &mut Ui, model: &mut Model) {
        let Some(book) = &self.book else { return };
        let language = model.language;
        let known = book.second.as_ref();
        let refused = known.and_then(|(_, refused)| refused.as_ref());
        let refused = refused.map(|why| why.explain(language));
        let known = known.map(|(folder, _)| folder.clone());
        if let Some(folder) = self.picker.chosen() {
            self.second = folder.display().to_string();
            self.choose_second(Some(folder), model);
        }
        ui.add_space(4.0);
        ui.horizontal_top(|ui| {
            let label = language.text("backups-second");
            let (id, hint) = (
                Id::unique("second folder"),
                language.text("backups-second-none"),
            );
            let room = ui.available_width() - 230.0;
            let fault = refused.as_deref();
            text_field(ui, id, &label, &mut self.second, &hint, fault, room);
            ui.vertical(|ui| {
                ui.add_space(20.0);
                ui.horizontal(|ui| {
                    if Button::new(&language.text("browse"))
                        .secondary(ui)
                        .clicked()
                    {
                        self.picker.folder(ui);
                    }
                    let typed = Some(file_named(&self.second));
                    let typed = typed.filter(|folder| !folder.as_os_str().is_empty());
                    let keep = language.text("backups-second-keep");
                    let changed = typed != known && !model.is_busy();
                    if Button::new(&keep).enabled(changed).secondary(ui).clicked() {
                        self.choose_second(typed, model);
                    }
                });
            });
        });
        let text = language.text("backups-second-why");
        paragraph(ui, &text, theme::label(), Palette::of(ui).mute);
    }

    fn choose_second(&mut self, folder: Option<PathBuf>, model: &mut Model) {
        let request = Request::SecondFolder(self.vault.clone(), folder);
        self.ask(request, model);
    }

    /// Returns whether the dialog is to be closed.
    fn buttons_ui(&mut self, ui: &mut Ui, model: &mut Model) -> bool {
        let language = model.language;
        let mut close = false;
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let text = language.text("backups-make");
            let idle = !model.is_busy();
            let make = Button::new(&text)
                .icon(icons::BACKUPS)
                .enabled(idle)
                .primary(ui);
            if std::mem::take(&mut self.take_focus) {
                make.request_focus();
            }
            if make.clicked() {
                self.ask(Request::MakeBackup(self.vault.clone()), model);
            }
            let text = language.text("command-close");
            let keys = model.shortcut(&Command::Close);
            close = Button::new(&text).shortcut(keys).secondary(ui).clicked();
            if !idle {
                busy_ui(ui, language.text("status-busy"));
            }
        });
        close
    }
}

/// How many cases stand in a backup.
fn cases(known: &KnownBackup, language: Language) -> String {
    match known.backup.cases() {
        Some(count) => language.say("backups-cases", &[("count", count.into())]),
        None => String::new(),
    }
}
