//! Task actions: a task is done, or put off with a reason.

use chrono::{NaiveDate, NaiveDateTime};

use super::operation::{CaseOf, EntryWrite, Operation, Write};
use crate::language::{Explain, Label, Language};
use crate::register::{
    CaseFile, CaseState, DUE_THEN, Definition, EntryState, FieldRole, NextAction, PUT_OFF, SETTLED,
    TaskSource, Term, Value,
};

/// A task that is done or put off.
#[derive(Clone, Copy, Debug)]
pub struct TaskAction<'a> {
    /// The register of the case.
    pub definition: &'a Definition,
    /// The case as its writer saw it.
    pub case: &'a CaseFile,
    /// Which of its tasks.
    pub source: &'a TaskSource,
    /// The task in words, for the timeline.
    pub what: &'a str,
    /// When it is done or put off: the wall clock in Amsterdam.
    pub now: NaiveDateTime,
}

/// Why a task cannot be done or put off.
#[derive(Debug, thiserror::Error)]
pub enum TaskActionError {
    /// The law sets this term.
    #[error("the term {term:?} is set by law: {law}")]
    Statutory {
        /// The term.
        term: Label,
        /// The law.
        law: String,
    },
    /// The day to which the task is put off is not after today.
    #[error("a task is put off until a day to come")]
    NotLater,
    /// A reason is missing.
    #[error("a task is put off for a reason")]
    NoReason,
    /// The definition requires a next action for a case of this status.
    #[error("the case cannot go without a next action")]
    NextActionNeeded,
}

impl Explain for TaskActionError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::Statutory { term, law } => language.say(
                "task-action-statutory",
                &[
                    ("term", term.text(language).into()),
                    ("law", law.as_str().into()),
                ],
            ),
            Self::NotLater => language.text("task-action-not-later"),
            Self::NoReason => language.text("task-action-no-reason"),
            Self::NextActionNeeded => language.text("task-action-next-action-needed"),
        }
    }
}

/// The term of law behind a task, which nobody can put off; none where the task can be put off.
pub fn statutory_term<'a>(definition: &'a Definition, source: &TaskSource) -> Option<&'a Term> {
    let TaskSource::Term(id) = source else {
        return None;
    };
    let mut terms = definition.terms.iter();
    terms.find(|term| term.statutory && term.id == *id)
}

impl TaskAction<'_> {
    /// Marks the task as done. A planned next action is removed from the case.
    ///
    /// # Errors
    /// The definition requires a next action for a case of this status.
    pub fn done(&self, operation: Operation) -> Result<Operation, TaskActionError> {
        let operation = operation.with_entry(self.on_timeline(self.entry_state()));
        let Some(next) = self.next_action() else {
            return Ok(operation);
        };
        let mut after = self.case.state.clone();
        after.set(&next.what, None);
        after.set(&next.due, None);
        self.with_case(operation, after)
    }

    /// Puts the task off until this day, for this reason.
    ///
    /// # Errors
    /// The law sets the term, the day is not after today, or the reason is blank.
    pub fn put_off(
        &self,
        operation: Operation,
        until: NaiveDate,
        reason: &str,
    ) -> Result<Operation, TaskActionError> {
        if let Some(term) = statutory_term(self.definition, self.source) {
            return Err(TaskActionError::Statutory {
                term: term.label.clone(),
                law: term.source.clone(),
            });
        }
        if until <= self.now.date() {
            return Err(TaskActionError::NotLater);
        }
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(TaskActionError::NoReason);
        }
        let state = self.entry_state().with(PUT_OFF, Value::Date(until));
        let why = Value::Text(reason.to_owned());
        let state = self.definition.filled_in(state, FieldRole::Reason, why);
        let operation = operation
            .because(reason)
            .with_entry(self.on_timeline(state));
        let Some(next) = self.next_action() else {
            return Ok(operation);
        };
        let mut after = self.case.state.clone();
        after.set(&next.due, Some(Value::Date(until)));
        self.with_case(operation, after)
    }

    /// The next action of the register, where this task is one that was planned.
    fn next_action(&self) -> Option<&NextAction> {
        let planned = *self.source == TaskSource::NextAction;
        self.definition.next_action.as_ref().filter(|_| planned)
    }

    /// The entry that records the action: which task, and by when it was due.
    fn entry_state(&self) -> EntryState {
        let source = Value::Text(self.source.name().to_owned());
        let state = EntryState::at(SETTLED, self.now).with(SETTLED, source);
        let what = Value::Text(self.what.to_owned());
        let state = self.definition.filled_in(state, FieldRole::Task, what);
        match self.due() {
            Some(day) => state.with(DUE_THEN, Value::Date(day)),
            None => state,
        }
    }

    /// The day by which the term behind the task has to be met, as the case is now.
    fn due(&self) -> Option<NaiveDate> {
        let TaskSource::Term(id) = self.source else {
            return None;
        };
        let term = self.definition.term(id)?;
        Some(self.definition.due(term, &self.case.state)?.day)
    }

    fn on_timeline(&self, state: EntryState) -> EntryWrite {
        EntryWrite::new(CaseOf::Existing(self.case.key), state)
    }

    /// Adds the new state of the case, unless it misses something that it did not miss before.
    fn with_case(
        &self,
        operation: Operation,
        after: CaseState,
    ) -> Result<Operation, TaskActionError> {
        let before = &self.case.state;
        let missed_before = self.definition.missing(before);
        let mut problems = self.definition.missing(&after).into_iter();
        if problems.any(|problem| !missed_before.contains(&problem)) {
            return Err(TaskActionError::NextActionNeeded);
        }
        Ok(operation.with(Write::over(self.case, after)))
    }
}
