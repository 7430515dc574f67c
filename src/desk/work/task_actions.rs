//! A task is done or put off: from the list of work or from the case, in one way.

use std::sync::Arc;

use egui::{Id, Key, Margin, Modal, Ui};

use crate::desk::backend::protocol::Request;
use crate::desk::backend::task_order::TaskId;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, text_field};
use crate::desk::parts::task_text;
use crate::desk::parts::typed_date::typed_day;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::language::Explain;
use crate::register::{CaseFile, Definition};
use crate::store::{Operation, TaskAction, TaskActionError, statutory_term};

/// How long a task is put off unless somebody says otherwise.
const A_WEEK: chrono::Days = chrono::Days::new(7);

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

/// Says that a task is done. Says whether that is being stored.
pub fn set_done(id: TaskId, model: &mut Model) -> bool {
    settle(
        id,
        "task-was-done",
        |settling, operation| settling.done(operation),
        model,
    )
}

/// Whether something that was said of this task is being stored.
fn is_being_stored(id: &TaskId, model: &Model) -> bool {
    let mut pending = model.pending();
    pending.any(|pending| matches!(pending, Pending::Task(task, _) if task == id))
}

/// The case of a task with its register, if it is at hand.
fn about(id: &TaskId, model: &mut Model) -> Option<(Arc<Definition>, Arc<CaseFile>)> {
    let vault = model.vault.as_mut()?;
    let definition = vault.definition(&id.register)?;
    Some((definition, vault.case(&id.register, id.case)?))
}

/// Stores what is said of a task; until that is answered it stands in no list. Says whether it is being stored.
fn settle(
    id: TaskId,
    told: &str,
    say: impl FnOnce(TaskAction<'_>, Operation) -> Result<Operation, TaskActionError>,
    model: &mut Model,
) -> bool {
    let language = model.language;
    let operation = model.operation();
    let Some((definition, case)) = about(&id, model) else {
        return false;
    };
    if is_being_stored(&id, model) {
        return false;
    }
    let what = task_text::what(&definition, &id.source, Some(&case), language);
    let settling = TaskAction {
        definition: &definition,
        case: &case,
        source: &id.source,
        what: &what,
        now: model.clock.wall(),
    };
    match say(settling, operation) {
        Ok(operation) => {
            let arguments = [
                ("what", what.as_str().into()),
                ("number", case.number.as_str().into()),
            ];
            let request = Request::Record(id.register.clone(), operation);
            let said = language.say(told, &arguments);
            model.ask_for(Pending::Task(id, said), request);
            true
        }
        Err(refused) => {
            model.notify(refused.explain(language), Tone::Warn);
            false
        }
    }
}

impl PutOff {
    /// Asks until when and why a task waits; none where the law says that it cannot, which is said.
    pub fn of(id: TaskId, model: &mut Model) -> Option<Self> {
        let (language, today) = (model.language, model.clock.today());
        let (definition, case) = about(&id, model)?;
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
            fresh: true,
        })
    }

    /// The question until when and why it waits. Returns whether it stays open, and the task that is being stored.
    pub fn ui(&mut self, ui: &Ui, model: &mut Model) -> (bool, Option<TaskId>) {
        match put_off_ui(ui, self, model) {
            Asked::Open => (true, None),
            Asked::Left => (false, None),
            Asked::Stored(until) => {
                let (id, reason) = (self.id.clone(), self.reason.clone());
                let put_off = |settling: TaskAction<'_>, operation| {
                    settling.put_off(operation, until, &reason)
                };
                let stored = settle(id.clone(), "task-was-put-off", put_off, model);
                (false, stored.then_some(id))
            }
        }
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
            label_ui(ui, &title, theme::title(), palette.ink);
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
                let press = Button::new(&text).icon(icons::LATER);
                store |= press
                    .shortcut(Some("Enter".to_owned()))
                    .primary(ui)
                    .clicked();
                let text = language.text("command-close");
                let keys = Command::Close.shortcut(registers);
                leave |= Button::new(&text).shortcut(keys).secondary(ui).clicked();
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
