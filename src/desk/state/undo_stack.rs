//! What was done in this window is undone, step by step, and done again: whatever it was, and from every screen.

use crate::desk::backend::protocol::{Request, YearsEdit};
use crate::desk::backend::service_error::ServiceError;
use crate::desk::command::Command;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::editions::{change_of, content_of};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::figures::{YearChange, YearKey, YearValue};
use crate::register::{Content, Subject};
use crate::store::{Recorded, StoreError};

/// What was done in this window and can be undone, and what was undone and can be done again; the last stands last.
#[derive(Default)]
pub struct UndoStack {
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
    /// Cases of a register, by the operation that is undone. Undoing an undo does it again.
    Cases { register: String, operation: String },
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

impl UndoStack {
    fn of(&mut self, way: Way) -> &mut Vec<Step> {
        match way {
            Way::Back => &mut self.done,
            Way::Again => &mut self.undone,
        }
    }
}

impl UndoStack {
    /// Something was stored in cases of a register and said; an operation that changed nothing is none.
    pub fn push_cases(&mut self, register: String, operation: Option<String>, model: &mut Model) {
        let Some(operation) = operation else { return };
        let said = model.message.as_ref();
        let said = said.map(|said| said.text.clone()).unwrap_or_default();
        let what = What::Cases {
            register,
            operation,
        };
        self.push(Step { what, said }, model);
    }

    /// A list or a definition was changed, and that was said.
    pub fn push_edition(
        &mut self,
        subject: Subject,
        before: Option<Content>,
        said: String,
        model: &mut Model,
    ) {
        let what = What::Edition {
            after: content_of(model, &subject),
            subject,
            before,
        };
        self.push(Step { what, said }, model);
    }

    /// Values of indicators were changed, and that was said.
    pub fn push_years(&mut self, changes: Vec<YearChange>, said: String, model: &mut Model) {
        let what = What::Years(changes);
        self.push(Step { what, said }, model);
    }

    fn push(&mut self, step: Step, model: &mut Model) {
        self.done.push(step);
        // What was undone before belongs to a course that was left.
        self.undone.clear();
        model.offer(Command::Undo);
    }

    /// Undoes what was done last.
    pub fn undo(&mut self, model: &mut Model) {
        self.take_step(Way::Back, model);
    }

    /// Does again what was undone last.
    pub fn redo(&mut self, model: &mut Model) {
        self.take_step(Way::Again, model);
    }

    /// Undoes an operation of anybody, which did this.
    pub fn undo_operation(
        &mut self,
        register: String,
        operation: String,
        said: String,
        model: &mut Model,
    ) {
        if self.running.is_none() {
            let same = |step: &Step| matches!(&step.what, What::Cases { operation: known, .. } if *known == operation);
            self.done.retain(|step| !same(step));
            let what = What::Cases {
                register,
                operation,
            };
            self.done.push(Step { what, said });
            self.undo(model);
        }
    }

    fn take_step(&mut self, way: Way, model: &mut Model) {
        if self.running.is_some() {
            return;
        }
        let Some(step) = self.of(way).pop() else {
            let text = model.text(match way {
                Way::Back => "undo-nothing",
                Way::Again => "redo-nothing",
            });
            model.notify(text, Tone::Quiet);
            return;
        };
        let mut before = None;
        let request = match &step.what {
            What::Cases {
                register,
                operation,
            } => Request::Undo(register.clone(), operation.clone(), model.operation()),
            What::Edition {
                subject,
                before: then,
                after,
            } => {
                if content_of(model, subject) != *after {
                    let text = model.text("undo-list-changed");
                    model.notify(text, Tone::Warn);
                    return;
                }
                let change = change_of(model, subject, then.clone());
                let Some((edit, now)) = change else { return };
                before = now;
                Request::Edit(edit)
            }
            What::Years(changes) => {
                let Some(values) = values_before(model, changes) else {
                    let text = model.text("undo-years-changed");
                    model.notify(text, Tone::Warn);
                    return;
                };
                Request::KeepYears(YearsEdit {
                    values,
                    reason: None,
                    undoes: true,
                })
            }
        };
        self.running = Some(Running { step, way, before });
        model.ask_for(Pending::Undo, request);
    }

    /// The step was stored in cases. Returns the register and the operation that was undone or done again.
    pub fn on_recorded(
        &mut self,
        recorded: &Recorded,
        model: &mut Model,
    ) -> Option<(String, String)> {
        let Running { step, way, .. } = self.running.take()?;
        let What::Cases {
            register,
            operation,
        } = &step.what
        else {
            return None;
        };
        let undone = (register.clone(), operation.clone());
        notify_undone(way, &step.said, model);
        let what = What::Cases {
            register: register.clone(),
            operation: recorded.action.clone().unwrap_or_default(),
        };
        self.of(way.back()).push(Step { what, ..step });
        Some(undone)
    }

    /// The step was stored in a list or a definition.
    pub fn on_edited(&mut self, model: &mut Model) {
        let Some(Running { step, way, before }) = self.running.take() else {
            return;
        };
        if let What::Edition { subject, .. } = step.what {
            notify_undone(way, &step.said, model);
            let said = step.said;
            let what = What::Edition {
                after: content_of(model, &subject),
                subject,
                before,
            };
            self.of(way.back()).push(Step { what, said });
        }
    }

    /// The step was stored in values of indicators. Returns the changes that were undone or done again.
    pub fn on_years_kept(&mut self, model: &mut Model) -> Option<Vec<YearChange>> {
        let Running { step, way, .. } = self.running.take()?;
        let What::Years(changes) = step.what else {
            return None;
        };
        notify_undone(way, &step.said, model);
        let undone = changes.clone();
        let changes = changes.into_iter().map(YearChange::back);
        let (what, said) = (What::Years(changes.collect()), step.said);
        self.of(way.back()).push(Step { what, said });
        Some(undone)
    }

    /// A step could not be taken. One that lost its ground, because something was changed since, is not offered again.
    pub fn on_refused(&mut self, error: &ServiceError) {
        let Some(Running { step, way, .. }) = self.running.take() else {
            return;
        };
        let lost = matches!(
            error,
            ServiceError::Store(
                StoreError::ChangedSince { .. }
                    | StoreError::NothingToUndo(_)
                    | StoreError::SharedConflict { .. }
            )
        );
        if !lost {
            self.of(way).push(step);
        }
    }
}

/// Says what was undone or done again, and offers the other way.
fn notify_undone(way: Way, said: &str, model: &mut Model) {
    let (id, offer) = match way {
        Way::Back => ("undo-done", Command::Redo),
        Way::Again => ("redo-done", Command::Undo),
    };
    let text = model.language.say(id, &[("what", said.into())]);
    model.notify(text, Tone::Ok);
    model.offer(offer);
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
