//! Saying of a task that it is done, or put off: what such an action writes, in one transaction with its reason.

use chrono::{NaiveDate, NaiveDateTime};

use super::{CaseOf, EntryWrite, Operation, Write};
use crate::language::{Explain, Label, Language};
use crate::register::{
    CaseFile, CaseState, DUE_THEN, Definition, EntryState, FieldRole, NextAction, PUT_OFF, SETTLED,
    TaskSource, Term, Value,
};

/// A task that something is said of.
#[derive(Clone, Copy, Debug)]
pub struct Settling<'a> {
    /// The register of the case.
    pub definition: &'a Definition,
    /// The case as its writer saw it.
    pub case: &'a CaseFile,
    /// Which of its tasks.
    pub source: &'a TaskSource,
    /// The task in words, as the timeline is to tell it.
    pub what: &'a str,
    /// When it is said: the wall clock in Amsterdam.
    pub now: NaiveDateTime,
}

/// Why a task cannot be settled.
#[derive(Debug, thiserror::Error)]
pub enum SettlingError {
    /// The law sets this term.
    #[error("the term {term:?} is set by law: {law}")]
    Statutory {
        /// The term.
        term: Label,
        /// The law.
        law: String,
    },
    /// A task is put off to a later day.
    #[error("a task is put off until a day to come")]
    NotLater,
    /// Nobody said why.
    #[error("a task is put off for a reason")]
    NoReason,
    /// The definition wants a next action where this case stands.
    #[error("the case cannot go without a next action")]
    NextActionNeeded,
}

impl Explain for SettlingError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::Statutory { term, law } => language.say(
                "settling-statutory",
                &[
                    ("term", term.text(language).into()),
                    ("law", law.as_str().into()),
                ],
            ),
            Self::NotLater => language.text("settling-not-later"),
            Self::NoReason => language.text("settling-no-reason"),
            Self::NextActionNeeded => language.text("settling-next-action-needed"),
        }
    }
}

/// The term behind a task that nobody can put off; none where it can be.
pub fn statutory<'a>(definition: &'a Definition, source: &TaskSource) -> Option<&'a Term> {
    let TaskSource::Term(id) = source else {
        return None;
    };
    let mut terms = definition.terms.iter();
    terms.find(|term| term.statutory && term.id == *id)
}

impl Settling<'_> {
    /// The task is done. A next action leaves the case, since there is none any more; a term is met; a case that lay still
    /// was looked at.
    ///
    /// # Errors
    /// The definition wants a next action where this case stands.
    pub fn done(&self, operation: Operation) -> Result<Operation, SettlingError> {
        let operation = operation.with_entry(self.entry(self.said()));
        let Some(next) = self.next_action() else {
            return Ok(operation);
        };
        let mut after = self.case.state.clone();
        after.set(&next.what, None);
        after.set(&next.due, None);
        self.with_case(operation, after)
    }

    /// The task waits until this day, for this reason.
    ///
    /// # Errors
    /// The law sets the term, the day is no later one, or nobody said why.
    pub fn put_off(
        &self,
        operation: Operation,
        until: NaiveDate,
        reason: &str,
    ) -> Result<Operation, SettlingError> {
        if let Some(term) = statutory(self.definition, self.source) {
            return Err(SettlingError::Statutory {
                term: term.label.clone(),
                law: term.source.clone(),
            });
        }
        if until <= self.now.date() {
            return Err(SettlingError::NotLater);
        }
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(SettlingError::NoReason);
        }
        let said = self.said();
        let said = said.with(PUT_OFF, Value::Date(until));
        let why = Value::Text(reason.to_owned());
        let said = self.definition.filled_in(said, FieldRole::Reason, why);
        let operation = operation.because(reason).with_entry(self.entry(said));
        let Some(next) = self.next_action() else {
            return Ok(operation);
        };
        let mut after = self.case.state.clone();
        after.set(&next.due, Some(Value::Date(until)));
        self.with_case(operation, after)
    }

    fn next_action(&self) -> Option<&NextAction> {
        let planned = *self.source == TaskSource::NextAction;
        self.definition.next_action.as_ref().filter(|_| planned)
    }

    fn said(&self) -> EntryState {
        let source = Value::Text(self.source.name().to_owned());
        let said = EntryState::at(SETTLED, self.now).with(SETTLED, source);
        let what = Value::Text(self.what.to_owned());
        let said = self.definition.filled_in(said, FieldRole::Task, what);
        match self.due() {
            Some(day) => said.with(DUE_THEN, Value::Date(day)),
            None => said,
        }
    }

    /// The day by which the term behind the task has to be met, as the case stands now.
    fn due(&self) -> Option<NaiveDate> {
        let TaskSource::Term(id) = self.source else {
            return None;
        };
        let term = self.definition.term(id)?;
        Some(self.definition.due(term, &self.case.state)?.day)
    }

    fn entry(&self, said: EntryState) -> EntryWrite {
        EntryWrite::new(CaseOf::Existing(self.case.key), said)
    }

    fn with_case(
        &self,
        operation: Operation,
        after: CaseState,
    ) -> Result<Operation, SettlingError> {
        let before = &self.case.state;
        let missed = self.definition.missing(before);
        let mut problems = self.definition.missing(&after).into_iter();
        if problems.any(|problem| !missed.contains(&problem)) {
            return Err(SettlingError::NextActionNeeded);
        }
        Ok(operation.with(Write::over(self.case, after)))
    }
}
