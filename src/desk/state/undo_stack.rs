//! Undo and redo of what was done in this window: changes of cases, of lists and definitions, and of values of indicators.

use crate::desk::backend::protocol::{Request, YearsEdit};
use crate::desk::backend::service_error::ServiceError;
use crate::desk::command::Command;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::editions::{change_of, content_of};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::exchange::{FinanceChange, FinanceDocument};
use crate::figures::{YearChange, YearKey, YearValue};
use crate::register::{Content, Subject};
use crate::store::{Recorded, StoreError};

/// The steps that can be undone and those that can be redone, the latest last.
#[derive(Default)]
pub struct UndoStack {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The step that is being undone or redone; only one at a time.
    running: Option<Running>,
}

/// One thing that was done in this window.
struct Step {
    change: Change,
    /// What it did, in words: the message that was shown then.
    summary: String,
}

/// What a step changed.
enum Change {
    /// Cases of a register, by this operation. To redo it, the operation that undid it is undone.
    Cases { register: String, operation: String },
    /// A list, standard texts or a definition. It is undone by giving it its former content, where none is that of the
    /// shipped files.
    Edition {
        subject: Subject,
        before: Option<Content>,
        /// The content since; once there is another, somebody else changed it.
        after: Option<Content>,
    },
    /// Values of indicators. They are undone by storing the former values.
    Years(Vec<YearChange>),
    /// Amounts of documents. They are undone by keeping the former amounts.
    Finances(Vec<FinanceChange>),
}

/// A step that is under way.
struct Running {
    step: Step,
    direction: Direction,
    /// The content of a list or a definition before this, for the other direction.
    before: Option<Content>,
}

/// Which way a step is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Undo,
    Redo,
}

impl Direction {
    fn other(self) -> Self {
        match self {
            Self::Undo => Self::Redo,
            Self::Redo => Self::Undo,
        }
    }
}

impl UndoStack {
    /// Adds an operation on cases of a register, with the message that the status bar shows. None is an operation that
    /// changed nothing.
    pub fn push_cases(&mut self, register: String, operation: Option<String>, model: &mut Model) {
        let Some(operation) = operation else { return };
        let message = model.message.as_ref();
        let summary = message
            .map(|message| message.text.clone())
            .unwrap_or_default();
        let change = Change::Cases {
            register,
            operation,
        };
        self.push(Step { change, summary }, model);
    }

    /// Adds a change of a list, standard texts or a definition. `before` is the former content.
    pub fn push_edition(
        &mut self,
        subject: Subject,
        before: Option<Content>,
        summary: String,
        model: &mut Model,
    ) {
        let change = Change::Edition {
            after: content_of(model, &subject),
            subject,
            before,
        };
        self.push(Step { change, summary }, model);
    }

    /// Adds changes of values of indicators.
    pub fn push_years(&mut self, changes: Vec<YearChange>, summary: String, model: &mut Model) {
        let change = Change::Years(changes);
        self.push(Step { change, summary }, model);
    }

    /// Adds changes of amounts that are kept.
    pub fn push_finances(
        &mut self,
        changes: Vec<FinanceChange>,
        summary: String,
        model: &mut Model,
    ) {
        let change = Change::Finances(changes);
        self.push(Step { change, summary }, model);
    }

    fn steps(&mut self, direction: Direction) -> &mut Vec<Step> {
        match direction {
            Direction::Undo => &mut self.done,
            Direction::Redo => &mut self.undone,
        }
    }

    fn push(&mut self, step: Step, model: &mut Model) {
        self.done.push(step);
        // What was undone before was undone in another state of things.
        self.undone.clear();
        model.offer(Command::Undo);
    }

    /// Undoes the latest step.
    pub fn undo(&mut self, model: &mut Model) {
        self.take_step(Direction::Undo, model);
    }

    /// Redoes the step that was undone last.
    pub fn redo(&mut self, model: &mut Model) {
        self.take_step(Direction::Redo, model);
    }

    /// Undoes an operation, whoever did it. `summary` is what it did, in words.
    pub fn undo_operation(
        &mut self,
        register: String,
        operation: String,
        summary: String,
        model: &mut Model,
    ) {
        if self.running.is_none() {
            let same = |step: &Step| matches!(&step.change, Change::Cases { operation: known, .. } if *known == operation);
            self.done.retain(|step| !same(step));
            let change = Change::Cases {
                register,
                operation,
            };
            self.done.push(Step { change, summary });
            self.undo(model);
        }
    }

    fn take_step(&mut self, direction: Direction, model: &mut Model) {
        if self.running.is_some() {
            return;
        }
        let Some(step) = self.steps(direction).pop() else {
            let text = model.text(match direction {
                Direction::Undo => "undo-nothing",
                Direction::Redo => "redo-nothing",
            });
            model.notify(text, Tone::Quiet);
            return;
        };
        let mut before = None;
        let request = match &step.change {
            Change::Cases {
                register,
                operation,
            } => Request::Undo(register.clone(), operation.clone(), model.operation()),
            Change::Edition {
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
            Change::Years(changes) => {
                let Some(values) = values_before(model, changes) else {
                    let text = model.text("undo-years-changed");
                    model.notify(text, Tone::Warn);
                    return;
                };
                Request::SaveYears(YearsEdit {
                    values,
                    reason: None,
                    undoes: true,
                })
            }
            Change::Finances(changes) => {
                let Some(changes) = finances_before(model, changes) else {
                    let text = model.text("undo-years-changed");
                    model.notify(text, Tone::Warn);
                    return;
                };
                Request::UndoFinances(changes)
            }
        };
        self.running = Some(Running {
            step,
            direction,
            before,
        });
        model.ask_for(Pending::Undo, request);
    }

    /// Takes in that the step was stored in cases. Returns the register and the operation that was undone or redone.
    pub fn on_recorded(
        &mut self,
        recorded: &Recorded,
        model: &mut Model,
    ) -> Option<(String, String)> {
        let Running {
            step, direction, ..
        } = self.running.take()?;
        let Change::Cases {
            register,
            operation,
        } = &step.change
        else {
            return None;
        };
        let undone = (register.clone(), operation.clone());
        notify_undone(direction, &step.summary, model);
        let change = Change::Cases {
            register: register.clone(),
            operation: recorded.action.clone().unwrap_or_default(),
        };
        self.steps(direction.other()).push(Step { change, ..step });
        Some(undone)
    }

    /// Takes in that the step was stored in a list, standard texts or a definition.
    pub fn on_edited(&mut self, model: &mut Model) {
        let Some(Running {
            step,
            direction,
            before,
        }) = self.running.take()
        else {
            return;
        };
        if let Change::Edition { subject, .. } = step.change {
            notify_undone(direction, &step.summary, model);
            let summary = step.summary;
            let change = Change::Edition {
                after: content_of(model, &subject),
                subject,
                before,
            };
            self.steps(direction.other()).push(Step { change, summary });
        }
    }

    /// Takes in that the step was stored in values of indicators. Returns the changes that were undone or redone.
    pub fn on_years_saved(&mut self, model: &mut Model) -> Option<Vec<YearChange>> {
        let Running {
            step, direction, ..
        } = self.running.take()?;
        let Change::Years(changes) = step.change else {
            return None;
        };
        notify_undone(direction, &step.summary, model);
        let undone = changes.clone();
        let changes = changes.into_iter().map(YearChange::back);
        let (change, summary) = (Change::Years(changes.collect()), step.summary);
        self.steps(direction.other()).push(Step { change, summary });
        Some(undone)
    }

    /// Takes in that the step was stored in amounts.
    pub fn on_finances_saved(&mut self, model: &mut Model) {
        let Some(running) = self.running.take() else {
            return;
        };
        let Running {
            step, direction, ..
        } = running;
        if let Change::Finances(changes) = step.change {
            notify_undone(direction, &step.summary, model);
            let back = changes.into_iter().map(|change| change.back(0));
            let (change, summary) = (Change::Finances(back.collect()), step.summary);
            self.steps(direction.other()).push(Step { change, summary });
        }
    }

    /// Takes in that the step was refused. It is dropped where something was changed since, and can be tried again
    /// otherwise.
    pub fn on_refused(&mut self, error: &ServiceError) {
        let Some(Running {
            step, direction, ..
        }) = self.running.take()
        else {
            return;
        };
        let overtaken = matches!(
            error,
            ServiceError::Store(
                StoreError::ChangedSince { .. }
                    | StoreError::NothingToUndo(_)
                    | StoreError::SharedConflict { .. }
            )
        );
        if !overtaken {
            self.steps(direction).push(step);
        }
    }
}

/// Shows what was undone or redone, and offers the other direction.
fn notify_undone(direction: Direction, summary: &str, model: &mut Model) {
    let (id, offer) = match direction {
        Direction::Undo => ("undo-done", Command::Redo),
        Direction::Redo => ("redo-done", Command::Undo),
    };
    let text = model.language.say(id, &[("what", summary.into())]);
    model.notify(text, Tone::Ok);
    model.offer(offer);
}

/// The values before these changes, each with its present version; none where one of them was changed since.
fn values_before(model: &Model, changes: &[YearChange]) -> Option<Vec<(YearKey, u32, YearValue)>> {
    let (_, values, _) = model.vault.as_ref()?.indicators();
    let before = changes.iter().map(|change| {
        let now = values.get(&change.key).cloned().unwrap_or_default();
        let version = values.version(&change.key);
        (now == change.after).then(|| (change.key.clone(), version, change.before.clone()))
    });
    before.collect()
}

/// The changes that take these back, based on what is kept now; none where somebody changed one of them since.
fn finances_before(model: &Model, changes: &[FinanceChange]) -> Option<Vec<FinanceChange>> {
    let kept = &model.vault.as_ref()?.finances;
    let back = changes.iter().map(|change| {
        let before = &change.before;
        let same = |known: &&FinanceDocument| known.id() == before.id();
        let now = kept.iter().find(same)?;
        (now.lines == change.after).then(|| FinanceChange {
            before: now.clone(),
            after: before.lines.clone(),
        })
    });
    back.collect()
}
