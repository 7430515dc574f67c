//! What was done in this window is undone, step by step, and done again: whatever it was, and from every screen.

use super::app::Desk;
use super::command::Command;
use super::manage::{change_of, content_of};
use super::model::Model;
use super::refusal::Refusal;
use super::widgets::Tone;
use super::worker::{Request, YearsEdit};
use crate::figures::{YearChange, YearKey, YearValue};
use crate::register::{Content, Subject};
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
    what: What,
    /// What was said when it was done.
    said: String,
}

/// What an action changed.
enum What {
    /// Cases of a register, by the name by which it is undone. Undoing an undo does it again.
    Cases { register: String, action: String },
    /// A list or a definition, which is undone by writing what it said before; none has the files hold again.
    Edition {
        subject: Subject,
        before: Option<Content>,
        /// What it says since; once it says something else, somebody else changed it.
        after: Option<Content>,
    },
    /// Values of indicators, which are undone by typing again what was typed before.
    Years(Vec<YearChange>),
}

struct Running {
    step: Step,
    way: Way,
    /// The action by which it is done.
    operation: String,
    /// What a list or a definition says now, for the way back.
    before: Option<Content>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

impl Way {
    fn back(self) -> Self {
        match self {
            Self::Back => Self::Again,
            Self::Again => Self::Back,
        }
    }
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
        self.done(Step {
            what: What::Cases { register, action },
            said,
        });
    }

    /// A list or a definition was changed, and that was said.
    pub(super) fn did_edit(&mut self, subject: Subject, before: Option<Content>, said: String) {
        let what = What::Edition {
            after: content_of(&self.model, &subject),
            subject,
            before,
        };
        self.done(Step { what, said });
    }

    /// Values of indicators were changed, and that was said.
    pub(super) fn did_years(&mut self, changes: Vec<YearChange>, said: String) {
        let what = What::Years(changes);
        self.done(Step { what, said });
    }

    fn done(&mut self, step: Step) {
        self.steps.done.push(step);
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

    /// Undoes an action of anybody, as its case tells it.
    pub(super) fn undo_action(&mut self, register: String, action: String, said: String) {
        if self.steps.running.is_none() {
            let ours = |step: &Step| matches!(&step.what, What::Cases { action: known, .. } if *known == action);
            self.steps.done.retain(|step| !ours(step));
            let what = What::Cases { register, action };
            self.steps.done.push(Step { what, said });
            self.undo();
        }
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
        let mut before = None;
        let request = match &step.what {
            What::Cases { register, action } => Request::Undo(register.clone(), action.clone(), by),
            What::Edition {
                subject,
                before: then,
                after,
            } => {
                if content_of(&self.model, subject) != *after {
                    let text = self.model.text("undo-list-changed");
                    self.model.tell(text, Tone::Warn);
                    return;
                }
                let change = change_of(&self.model, subject, then.clone());
                let Some((edit, now)) = change else { return };
                before = now;
                Request::Edit(operation.clone(), edit)
            }
            What::Years(changes) => {
                let Some(values) = values_before(&self.model, changes) else {
                    let text = self.model.text("undo-years-changed");
                    self.model.tell(text, Tone::Warn);
                    return;
                };
                Request::KeepYears(
                    operation.clone(),
                    YearsEdit {
                        values,
                        reason: None,
                        undoes: true,
                    },
                )
            }
        };
        self.steps.running = Some(Running {
            step,
            way,
            operation,
            before,
        });
        self.model.ask(request);
    }

    /// Whether this undid something, or did it again; then that is said, and the other way is offered.
    pub(super) fn undone(&mut self, operation: &str, recorded: &Recorded) -> bool {
        let ours = |running: &mut Running| running.operation == operation;
        let Some(Running { step, way, .. }) = self.steps.running.take_if(ours) else {
            return false;
        };
        if let What::Cases { register, action } = &step.what {
            self.follow(register, recorded);
            self.tell_undone(way, &step.said);
            if let Some(import) = &mut self.import {
                import.undone(action, recorded.action.as_deref());
            }
            let what = What::Cases {
                register: register.clone(),
                action: recorded.action.clone().unwrap_or_default(),
            };
            self.steps.of(way.back()).push(Step { what, ..step });
        }
        true
    }

    /// Whether this undid a change of a list or a definition, or did it again.
    pub(super) fn edition_undone(&mut self, id: &str) -> bool {
        let ours = |running: &mut Running| running.operation == id;
        let Some(running) = self.steps.running.take_if(ours) else {
            return false;
        };
        let Running {
            step, way, before, ..
        } = running;
        if let What::Edition { subject, .. } = step.what {
            self.tell_undone(way, &step.said);
            let said = step.said;
            let what = What::Edition {
                after: content_of(&self.model, &subject),
                subject,
                before,
            };
            self.steps.of(way.back()).push(Step { what, said });
        }
        true
    }

    /// Whether this undid a change of values, or did it again.
    pub(super) fn years_undone(&mut self, id: &str) -> bool {
        let ours = |running: &mut Running| running.operation == id;
        let Some(Running { step, way, .. }) = self.steps.running.take_if(ours) else {
            return false;
        };
        if let What::Years(changes) = step.what {
            self.tell_undone(way, &step.said);
            if let Some(import) = &mut self.import {
                import.years_undone(&changes);
            }
            let changes = changes.into_iter().map(YearChange::back);
            let (what, said) = (What::Years(changes.collect()), step.said);
            self.steps.of(way.back()).push(Step { what, said });
        }
        true
    }

    /// Says what was undone or done again, and offers the other way.
    fn tell_undone(&mut self, way: Way, said: &str) {
        let (id, offer) = match way {
            Way::Back => ("undo-done", Command::Redo),
            Way::Again => ("redo-done", Command::Undo),
        };
        let what = [("what", said.into())];
        let text = self.model.language.say(id, &what);
        self.model.tell(text, Tone::Ok);
        self.model.offer = Some(offer);
    }

    /// A step could not be taken. One that lost its ground, because something was changed since, is not offered again.
    pub(super) fn not_undone(&mut self, operation: &str, refusal: &Refusal) {
        let ours = |running: &mut Running| running.operation == operation;
        let Some(Running { step, way, .. }) = self.steps.running.take_if(ours) else {
            return;
        };
        let lost = matches!(
            refusal,
            Refusal::Store(
                StoreError::ChangedSince { .. }
                    | StoreError::NothingToUndo(_)
                    | StoreError::SharedConflict { .. }
            )
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
        sheets.into_iter().any(|sheet| sheet.touched) || self.indicators.is_typing(&self.place)
    }
}

/// What these changes took the place of, on what is typed now; none where something else is typed since.
fn values_before(model: &Model, changes: &[YearChange]) -> Option<Vec<(YearKey, u32, YearValue)>> {
    let (_, values, _) = model.vault.as_ref()?.indicators();
    let before = changes.iter().map(|change| {
        let now = values.get(&change.key).cloned().unwrap_or_default();
        let version = values.version(&change.key);
        (now == change.after).then(|| (change.key.clone(), version, change.before.clone()))
    });
    before.collect()
}
