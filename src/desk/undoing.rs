//! What was done in this window is undone, step by step, and done again: whatever it was, and from every screen.

use super::app::Desk;
use super::command::Command;
use super::widgets::Tone;
use super::worker::{Refusal, Request};
use crate::store::{Recorded, StoreError};

/// What was done in this window and can be undone, and what was undone and can be done again; the last stands last.
#[derive(Default)]
pub struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The step that is being undone or done again.
    running: Option<Running>,
}

/// One action of this window.
struct Step {
    register: String,
    /// The name by which it is undone. Undoing an undo does it again.
    action: String,
    /// What was said when it was done.
    said: String,
}

struct Running {
    step: Step,
    way: Way,
    /// The action by which it is done.
    operation: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

impl Steps {
    fn of(&mut self, way: Way) -> &mut Vec<Step> {
        match way {
            Way::Back => &mut self.done,
            Way::Again => &mut self.undone,
        }
    }
}

impl Desk {
    /// Something was stored and said; an action that changed nothing is none.
    pub(super) fn did(&mut self, register: String, action: Option<String>) {
        let Some(action) = action else { return };
        let said = self.model.message.as_ref();
        let said = said.map(|(said, _)| said.clone()).unwrap_or_default();
        self.steps.done.push(Step {
            register,
            action,
            said,
        });
        // What was undone before belongs to a course that was left.
        self.steps.undone.clear();
        self.model.offer = Some(Command::Undo);
    }

    /// Undoes what was done last.
    pub(super) fn undo(&mut self) {
        self.take_step(Way::Back);
    }

    /// Does again what was undone last.
    pub(super) fn redo(&mut self) {
        self.take_step(Way::Again);
    }

    fn take_step(&mut self, way: Way) {
        if self.steps.running.is_some() {
            return;
        }
        let Some(step) = self.steps.of(way).pop() else {
            let text = self.model.text(match way {
                Way::Back => "undo-nothing",
                Way::Again => "redo-nothing",
            });
            self.model.tell(text, Tone::Quiet);
            return;
        };
        let by = self.model.operation();
        let operation = by.id.clone();
        let request = Request::Undo(step.register.clone(), step.action.clone(), by);
        self.steps.running = Some(Running {
            step,
            way,
            operation,
        });
        self.model.ask(request);
    }

    /// Whether this undid something, or did it again; then that is said, and the other way is offered.
    pub(super) fn undone(&mut self, operation: &str, recorded: &Recorded) -> bool {
        let ours = |running: &mut Running| running.operation == operation;
        let Some(Running { step, way, .. }) = self.steps.running.take_if(ours) else {
            return false;
        };
        self.follow(&step.register, recorded);
        let (id, back, offer) = match way {
            Way::Back => ("undo-done", Way::Again, Command::Redo),
            Way::Again => ("redo-done", Way::Back, Command::Undo),
        };
        let what = [("what", step.said.as_str().into())];
        let text = self.model.language.say(id, &what);
        self.model.tell(text, Tone::Ok);
        self.model.offer = Some(offer);
        if let Some(import) = &mut self.import {
            import.undone(&step.action, recorded.action.as_deref());
        }
        let action = recorded.action.clone().unwrap_or_default();
        self.steps.of(back).push(Step { action, ..step });
        true
    }

    /// A step could not be taken. One that lost its ground, because something was changed since, is not offered again.
    pub(super) fn not_undone(&mut self, operation: &str, refusal: &Refusal) {
        let ours = |running: &mut Running| running.operation == operation;
        let Some(Running { step, way, .. }) = self.steps.running.take_if(ours) else {
            return;
        };
        let lost = matches!(
            refusal,
            Refusal::Store(StoreError::ChangedSince { .. } | StoreError::NothingToUndo(_))
        );
        if !lost {
            self.steps.of(way).push(step);
        }
    }

    /// Whether something is typed that would be overtaken by what is undone below it.
    pub(super) fn is_typing(&self) -> bool {
        let form = self.form.as_ref().map(|form| &form.sheet);
        let entry = self.entry.as_ref().filter(|_| self.entry_on_screen());
        let sheets = form.into_iter().chain(entry.map(|entry| &entry.sheet));
        sheets.into_iter().any(|sheet| sheet.touched)
    }
}
