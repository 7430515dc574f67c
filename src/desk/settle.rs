//! A task is done or put off: from the list of work or from the case, in one way.

use std::sync::Arc;

use egui::{Id, Key, Margin, Modal, Ui};

use super::app::Desk;
use super::command::Command;
use super::icons;
use super::model::{Model, Say};
use super::press::Press;
use super::sheet::typed_day;
use super::shell::Place;
use super::task_text;
use super::theme::{self, Palette};
use super::widgets::{Tone, say, text_field};
use super::work::TaskId;
use super::worker::Request;
use crate::language::Explain;
use crate::register::{CaseFile, Definition};
use crate::store::{Operation, Recorded, TaskAction, TaskActionError, statutory_term};

/// How long a task is put off unless somebody says otherwise.
const A_WEEK: chrono::Days = chrono::Days::new(7);

/// A task of which something was said that is being stored.
pub struct Pending {
    /// Which.
    pub id: TaskId,
    /// The action by which it is being stored.
    pub operation: String,
    said: String,
}

/// A task that is being put off.
pub struct PutOff {
    id: TaskId,
    what: String,
    number: String,
    until: String,
    reason: String,
    until_fault: Option<String>,
    reason_fault: Option<String>,
    fresh: bool,
}

impl Desk {
    /// The task at hand: the one that is selected among the work, or the first one of the case that is open.
    pub(super) fn task_at_hand(&self) -> Option<TaskId> {
        match &self.place {
            Place::Work => self.work.selected.clone(),
            Place::Register(register) => {
                let case = self.lists.get(register)?.selected?;
                let vault = self.model.vault.as_ref()?;
                vault.nearest_task(register, case).map(TaskId::of)
            }
            Place::Overview
            | Place::Figures
            | Place::Meeting
            | Place::Indicators
            | Place::Finances
            | Place::Manage => None,
        }
    }

    /// Says something of the task at hand.
    pub(super) fn say_of_task(&mut self, say: Say) {
        if self.form.is_some() || self.import.is_some() {
            return;
        }
        if let Some(id) = self.task_at_hand() {
            self.say_of(id, say);
        }
    }

    /// Says something of a task.
    pub(super) fn say_of(&mut self, id: TaskId, say: Say) {
        match say {
            Say::Done => self.settle(&id, "task-was-done", |settling, operation| {
                settling.done(operation)
            }),
            Say::PutOff => self.ask_put_off(id),
        }
    }

    /// Asks until when and why a task waits; the law says of some that they cannot.
    fn ask_put_off(&mut self, id: TaskId) {
        let (language, today) = (self.model.language, self.model.clock.today());
        let Some((definition, case)) = self.about(&id) else {
            return;
        };
        if let Some(term) = statutory_term(&definition, &id.source) {
            let refused = TaskActionError::Statutory {
                term: term.label.clone(),
                law: term.source.clone(),
            };
            self.model.tell(refused.explain(language), Tone::Warn);
            return;
        }
        let until = today.checked_add_days(A_WEEK).unwrap_or(today);
        self.put_off = Some(PutOff {
            what: task_text::what(&definition, &id.source, Some(&case), language),
            number: case.number.clone(),
            id,
            until: language.date(until),
            reason: String::new(),
            until_fault: None,
            reason_fault: None,
            fresh: true,
        });
    }

    /// The case of a task with its register, if it is at hand.
    fn about(&mut self, id: &TaskId) -> Option<(Arc<Definition>, Arc<CaseFile>)> {
        let vault = self.model.vault.as_mut()?;
        let definition = vault.definition(&id.register)?;
        Some((definition, vault.case(&id.register, id.case)?))
    }

    /// Stores what is said of a task. Until the clerk answers it stands in no list any more.
    fn settle(
        &mut self,
        id: &TaskId,
        told: &str,
        say: impl FnOnce(TaskAction<'_>, Operation) -> Result<Operation, TaskActionError>,
    ) {
        let language = self.model.language;
        let operation = self.model.operation();
        let Some((definition, case)) = self.about(id) else {
            return;
        };
        if self.settling.iter().any(|pending| pending.id == *id) {
            return;
        }
        let what = task_text::what(&definition, &id.source, Some(&case), language);
        let settling = TaskAction {
            definition: &definition,
            case: &case,
            source: &id.source,
            what: &what,
            now: self.model.clock.wall(),
        };
        match say(settling, operation) {
            Ok(operation) => {
                let arguments = [
                    ("what", what.as_str().into()),
                    ("number", case.number.as_str().into()),
                ];
                self.settling.push_back(Pending {
                    id: id.clone(),
                    operation: operation.id.clone(),
                    said: language.say(told, &arguments),
                });
                if self.place == Place::Work {
                    self.work.leave(id);
                }
                self.model
                    .ask(Request::Record(id.register.clone(), operation));
            }
            Err(refused) => self.model.tell(refused.explain(language), Tone::Warn),
        }
    }

    /// Whether this is what was said of a task; then it is told.
    pub(super) fn settled(&mut self, register: &str, operation: &str, recorded: &Recorded) -> bool {
        let mut pending = self.settling.iter();
        let place = pending.position(|pending| pending.operation == operation);
        let Some(pending) = place.and_then(|place| self.settling.remove(place)) else {
            return false;
        };
        self.follow(register, recorded);
        self.model.tell(pending.said, Tone::Ok);
        true
    }

    /// Takes in what was stored elsewhere than in a form; a meeting about it goes on with it.
    pub(super) fn follow(&mut self, register: &str, recorded: &Recorded) {
        let Some(vault) = &mut self.model.vault else {
            return;
        };
        vault.fetched(recorded.cases.clone());
        let meeting = self.meeting.as_mut();
        let meeting = meeting.filter(|meeting| meeting.register == register);
        if let (Some(meeting), Some(definition)) = (meeting, vault.definition(register)) {
            let cases = recorded.cases.iter();
            cases.for_each(|case| meeting.follow(&definition, case));
        }
    }

    /// The question until when and why a task waits, while it is open.
    pub(super) fn put_off_ui(&mut self, ui: &Ui) {
        let Some(put_off) = &mut self.put_off else {
            return;
        };
        match put_off_ui(ui, put_off, &self.model) {
            Asked::Open => return,
            Asked::Left => {}
            Asked::Stored(until) => {
                let (id, reason) = (put_off.id.clone(), put_off.reason.clone());
                self.settle(&id, "task-was-put-off", |settling, operation| {
                    settling.put_off(operation, until, &reason)
                });
            }
        }
        self.put_off = None;
        self.give_back_keyboard();
    }
}

enum Asked {
    Open,
    Left,
    Stored(chrono::NaiveDate),
}

fn put_off_ui(ui: &Ui, put_off: &mut PutOff, model: &Model) -> Asked {
    let language = model.language;
    let today = model.clock.today();
    let Some(registers) = model.vault.as_ref().map(|vault| &vault.registers) else {
        return Asked::Left;
    };
    let title = language.text("put-off-title");
    let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
    let area = Modal::default_area(Id::unique("put off")).accessible_name(&title);
    let mut store = false;
    let mut leave = false;
    let modal = Modal::new(Id::unique("put off"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            let palette = Palette::of(ui);
            ui.set_width(460.0);
            say(ui, &title, theme::title(), palette.ink);
            let line = format!("{} · {}", put_off.what, put_off.number);
            let line = egui::RichText::new(line)
                .font(theme::body())
                .color(palette.mute);
            ui.add(egui::Label::new(line).wrap());
            ui.add_space(8.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let until = text_field(
                    ui,
                    Id::unique("put off until"),
                    &language.text("put-off-until"),
                    &mut put_off.until,
                    &language.text("date-hint"),
                    put_off.until_fault.as_deref(),
                    150.0,
                );
                let reason = text_field(
                    ui,
                    Id::unique("put off reason"),
                    &language.text("put-off-reason"),
                    &mut put_off.reason,
                    "",
                    put_off.reason_fault.as_deref(),
                    298.0,
                );
                // The date is filled in; what is always typed is why.
                if std::mem::take(&mut put_off.fresh) {
                    reason.request_focus();
                }
                let entered = ui.input(|input| input.key_pressed(Key::Enter));
                store |= entered && (until.lost_focus() || reason.lost_focus());
            });
            ui.add_space(12.0);
            ui.horizontal(|ui| {
                let text = language.text("put-off-store");
                let press = Press::new(&text).icon(icons::LATER);
                store |= press
                    .shortcut(Some("Enter".to_owned()))
                    .primary(ui)
                    .clicked();
                let text = language.text("command-close");
                let keys = Command::Close.shortcut(registers);
                leave |= Press::new(&text).shortcut(keys).button(ui).clicked();
            });
        });
    if store {
        let read = typed_day(&put_off.until, today);
        let later = TaskActionError::NotLater;
        put_off.until_fault = match &read {
            Err(problem) => Some(problem.explain(language)),
            Ok(until) if *until <= today => Some(later.explain(language)),
            Ok(_) => None,
        };
        let unexplained = put_off.reason.trim().is_empty();
        put_off.reason_fault = unexplained.then(|| TaskActionError::NoReason.explain(language));
        if let (Ok(until), None, None) = (read, &put_off.until_fault, &put_off.reason_fault) {
            return Asked::Stored(until);
        }
        put_off.fresh = unexplained;
    }
    match leave || modal.should_close() {
        true => Asked::Left,
        false => Asked::Open,
    }
}
