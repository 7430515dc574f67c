//! The dialog that asks until when and why a task is put off.

use chrono::NaiveDate;
use egui::{Id, Key, Label, RichText, Ui};

use crate::desk::backend::task_order::TaskId;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::field::text_field;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::Tone;
use crate::desk::parts::task_text;
use crate::desk::parts::typed_date::typed_day;
use crate::desk::state::model::Model;
use crate::desk::work::task_actions::{case_of, store};
use crate::language::{Explain, Language};
use crate::register::Registers;
use crate::store::{TaskAction, TaskActionError, statutory_term};

/// How long a task is put off unless the user types another day.
const A_WEEK: chrono::Days = chrono::Days::new(7);

/// The state of the dialog.
pub struct PutOff {
    id: TaskId,
    /// The task in words.
    what: String,
    /// The number of its case.
    number: String,
    /// The day as it is typed.
    until: String,
    /// The reason as it is typed.
    reason: String,
    until_fault: Option<String>,
    reason_fault: Option<String>,
    /// Whether the reason is to take the keyboard.
    take_focus: bool,
}

/// What the user did in a frame of the dialog.
enum Answer {
    /// Nothing yet.
    None,
    /// Closed it.
    Close,
    /// Asked to store what is typed.
    Store,
}

impl PutOff {
    /// The dialog for a task. A task with a statutory term cannot be put off: then there is none, and the status bar shows
    /// why.
    pub fn of(id: TaskId, model: &mut Model) -> Option<Self> {
        let (language, today) = (model.language, model.clock.today());
        let (definition, case) = case_of(&id, model)?;
        if let Some(term) = statutory_term(&definition, &id.source) {
            let refused = TaskActionError::Statutory {
                term: term.label.clone(),
                law: term.source.clone(),
            };
            model.notify(refused.explain(language), Tone::Warn);
            return None;
        }
        let until = today.checked_add_days(A_WEEK).unwrap_or(today);
        Some(Self {
            what: task_text::what(&definition, &id.source, Some(&case), language),
            number: case.number.clone(),
            id,
            until: language.date(until),
            reason: String::new(),
            until_fault: None,
            reason_fault: None,
            take_focus: true,
        })
    }

    /// Draws the dialog. Returns whether it stays open, and the task if it is being stored.
    pub fn ui(&mut self, ui: &Ui, model: &mut Model) -> (bool, Option<TaskId>) {
        let Some(registers) = model.vault.as_ref().map(|vault| &vault.registers) else {
            return (false, None);
        };
        match self.dialog_ui(ui, registers, model.language) {
            Answer::None => (true, None),
            Answer::Close => (false, None),
            Answer::Store => match self.read(model) {
                None => (true, None),
                Some(until) => (false, self.store(until, model)),
            },
        }
    }

    fn dialog_ui(&mut self, ui: &Ui, registers: &Registers, language: Language) -> Answer {
        let title = language.text("put-off-title");
        let shown = dialog_ui(ui, "put off", &title, 460.0, |ui| {
            let palette = Palette::of(ui);
            let task = RichText::new(format!("{} · {}", self.what, self.number));
            let task = task.font(theme::body()).color(palette.mute);
            ui.add(Label::new(task).wrap());
            ui.add_space(8.0);
            let entered = self.fields_ui(ui, language);
            ui.add_space(12.0);
            let button = buttons_ui(ui, registers, language);
            match button {
                Answer::None if entered => Answer::Store,
                button => button,
            }
        });
        match shown.inner {
            Answer::None if shown.should_close() => Answer::Close,
            answer => answer,
        }
    }

    /// Draws the fields. Returns whether Enter was pressed in one of them.
    fn fields_ui(&mut self, ui: &mut Ui, language: Language) -> bool {
        let fields = ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let until = text_field(
                ui,
                Id::unique("put off until"),
                &language.text("put-off-until"),
                &mut self.until,
                &language.text("date-hint"),
                self.until_fault.as_deref(),
                150.0,
            );
            let reason = text_field(
                ui,
                Id::unique("put off reason"),
                &language.text("put-off-reason"),
                &mut self.reason,
                "",
                self.reason_fault.as_deref(),
                298.0,
            );
            // The date is filled in; what is always typed is why.
            if std::mem::take(&mut self.take_focus) {
                reason.request_focus();
            }
            let entered = ui.input(|input| input.key_pressed(Key::Enter));
            entered && (until.lost_focus() || reason.lost_focus())
        });
        fields.inner
    }

    /// Reads what is typed. Returns the day; none where something is wrong, which the fields then show.
    fn read(&mut self, model: &Model) -> Option<NaiveDate> {
        let (language, today) = (model.language, model.clock.today());
        let until = typed_day(&self.until, today);
        self.until_fault = match &until {
            Err(problem) => Some(problem.explain(language)),
            Ok(until) if *until <= today => Some(TaskActionError::NotLater.explain(language)),
            Ok(_) => None,
        };
        let is_unexplained = self.reason.trim().is_empty();
        self.reason_fault = is_unexplained.then(|| TaskActionError::NoReason.explain(language));
        match (until, &self.until_fault, &self.reason_fault) {
            (Ok(until), None, None) => Some(until),
            _ => {
                self.take_focus = is_unexplained;
                None
            }
        }
    }

    /// Stores that the task is put off until this day. Returns the task if it is being stored.
    fn store(&self, until: NaiveDate, model: &mut Model) -> Option<TaskId> {
        let (id, reason) = (self.id.clone(), self.reason.clone());
        let put_off = |task: TaskAction<'_>, operation| task.put_off(operation, until, &reason);
        let is_stored = store(id.clone(), "task-was-put-off", put_off, model);
        is_stored.then_some(id)
    }
}

/// Draws the buttons that store and close.
fn buttons_ui(ui: &mut Ui, registers: &Registers, language: Language) -> Answer {
    let mut answer = Answer::None;
    ui.horizontal(|ui| {
        let text = language.text("put-off-store");
        let button = Button::new(&text).icon(icons::LATER);
        let button = button.shortcut(Some("Enter".to_owned()));
        if button.primary(ui).clicked() {
            answer = Answer::Store;
        }
        let text = language.text("command-close");
        let keys = Command::Close.shortcut(registers);
        if Button::new(&text).shortcut(keys).secondary(ui).clicked() {
            answer = Answer::Close;
        }
    });
    answer
}
