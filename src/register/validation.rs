//! What a definition asks of a case before it is stored.

use std::fmt;

use chrono::NaiveDate;

use super::case_file::{CaseState, Closing};
use super::definition::{
    BEGIN, Definition, END, Field, FieldKind, Kind, OUTCOME, RequiredFrom, STATUS,
};
use super::entry::EntryState;
use super::value::Value;
use crate::language::{Explain, Label, Language};

/// Something about a case that cannot be, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{subject}: {fault}")]
pub struct CaseProblem {
    /// The field, or one of the reserved ids ([`BEGIN`], [`END`], [`STATUS`], [`OUTCOME`]), or a flag.
    pub subject: String,
    /// What cannot be.
    pub fault: Fault,
}

/// What cannot be about a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A case needs a begin.
    NoBegin,
    /// It ends before it begins.
    EndBeforeBegin {
        /// The begin.
        begin: NaiveDate,
        /// The end.
        end: NaiveDate,
    },
    /// It is reopened before it ended, or while it runs.
    Overlap {
        /// The day it is said to be opened again.
        opened: NaiveDate,
    },
    /// Events have no end and are not reopened.
    EventWithEnd,
    /// The definition has no such choice.
    UnknownChoice(String),
    /// The definition has no such kind of entry.
    UnknownEntryKind(String),
    /// The definition has no such flag.
    UnknownFlag,
    /// The value is of another kind than the field.
    WrongKind,
    /// The flag belongs to other outcomes.
    FlagOfOtherOutcome,
    /// A birth date after the case began.
    BornAfterBegin {
        /// The birth date.
        born: NaiveDate,
    },
    /// The field has to be filled in, always.
    Missing,
    /// The field has to be filled in from this status on.
    MissingFrom(Label),
    /// The field has to be filled in before the case is closed.
    MissingAtEnd,
    /// The case cannot be closed without an outcome.
    NoOutcome,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.explain(Language::English))
    }
}

impl Explain for Fault {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::NoBegin => language.text("fault-no-begin"),
            Self::EndBeforeBegin { begin, end } => language.say(
                "fault-end-before-begin",
                &[
                    ("begin", language.date(*begin).into()),
                    ("end", language.date(*end).into()),
                ],
            ),
            Self::Overlap { opened } => language.say(
                "fault-overlap",
                &[("opened", language.date(*opened).into())],
            ),
            Self::EventWithEnd => language.text("fault-event-with-end"),
            Self::UnknownChoice(choice) => {
                language.say("fault-unknown-choice", &[("choice", choice.into())])
            }
            Self::UnknownEntryKind(kind) => {
                language.say("fault-unknown-entry-kind", &[("kind", kind.into())])
            }
            Self::UnknownFlag => language.text("fault-unknown-flag"),
            Self::WrongKind => language.text("fault-wrong-kind"),
            Self::FlagOfOtherOutcome => language.text("fault-flag-of-other-outcome"),
            Self::BornAfterBegin { born } => language.say(
                "fault-born-after-begin",
                &[("born", language.date(*born).into())],
            ),
            Self::Missing => language.text("fault-missing"),
            Self::MissingFrom(status) => language.say(
                "fault-missing-from",
                &[("status", status.text(language).into())],
            ),
            Self::MissingAtEnd => language.text("fault-missing-at-end"),
            Self::NoOutcome => language.text("fault-no-outcome"),
        }
    }
}

impl Definition {
    /// Everything about this state that cannot be; empty when it can be stored.
    pub fn check(&self, state: &CaseState) -> Vec<CaseProblem> {
        let mut problems = Vec::new();
        self.check_spells(state, &mut problems);
        if let Some(status) = &state.status
            && self.status(status).is_none()
        {
            problems.push(problem(STATUS, Fault::UnknownChoice(status.clone())));
        }
        for (id, value) in &state.values {
            // A field that the definition no longer has keeps its value: nothing stored is lost.
            if let Some(field) = self.field(id) {
                check_value(field, value, state.opened(), &mut problems);
            }
        }
        problems
    }

    /// What has to be filled in of a case that stands where this one does, and is not. Whoever types a case is asked for
    /// it; a file that comes in may lack it, because what was never written down is unknown.
    pub fn missing(&self, state: &CaseState) -> Vec<CaseProblem> {
        let unknown = |field: &&Field| !state.values.contains_key(&field.id);
        let fields = self.fields.iter().filter(unknown);
        let mut problems: Vec<CaseProblem> = fields
            .filter_map(|field| Some(problem(&field.id, self.fault_without(field, state)?)))
            .collect();
        let unexplained = state
            .closing()
            .is_some_and(|closing| closing.outcome.is_none());
        if unexplained && self.outcome.as_ref().is_some_and(|asked| asked.required) {
            problems.push(problem(OUTCOME, Fault::NoOutcome));
        }
        problems
    }

    /// Everything about an entry that cannot be; empty when it can be stored.
    pub fn check_entry(&self, state: &EntryState) -> Vec<CaseProblem> {
        let Some(kind) = self.entry_kind(&state.kind) else {
            let fault = Fault::UnknownEntryKind(state.kind.clone());
            return vec![problem(&state.kind, fault)];
        };
        let mut problems = Vec::new();
        for (id, value) in &state.values {
            if let Some(field) = kind.field(id) {
                check_value(field, value, None, &mut problems);
            }
        }
        problems
    }

    /// What has to be filled in of an entry and is not.
    pub fn missing_in_entry(&self, state: &EntryState) -> Vec<CaseProblem> {
        let fields = self.entry_kind(&state.kind).map(|kind| &kind.fields);
        fields
            .into_iter()
            .flatten()
            .filter(|field| field.required_from.is_some() && !state.values.contains_key(&field.id))
            .map(|field| problem(&field.id, Fault::Missing))
            .collect()
    }

    /// Everything about an entry that cannot be and was not so before.
    pub fn check_entry_change(&self, before: &EntryState, state: &EntryState) -> Vec<CaseProblem> {
        let known = self.check_entry(before);
        let mut problems = self.check_entry(state);
        problems.retain(|problem| !known.contains(problem));
        problems
    }

    /// Everything about this state that cannot be and was not so before. A choice or a flag that left the definition since
    /// must not stop whoever changes something else.
    pub fn check_change(&self, before: &CaseState, state: &CaseState) -> Vec<CaseProblem> {
        let mut problems = self.check(state);
        if !problems.is_empty() {
            let known = self.check(before);
            problems.retain(|problem| !known.contains(problem));
        }
        problems
    }

    /// Whether this field has to be filled in of a case that stands where this one does.
    pub fn requires(&self, field: &Field, state: &CaseState) -> bool {
        self.fault_without(field, state).is_some()
    }

    /// What it is called when this field is unknown in a case that stands here; none where it may be.
    fn fault_without(&self, field: &Field, state: &CaseState) -> Option<Fault> {
        let closed = state.closing().is_some();
        let place = |id: &str| {
            let mut statuses = self.statuses.iter();
            statuses.position(|status| status.choice.id == id)
        };
        match field.required_from.as_ref()? {
            RequiredFrom::Begin => Some(Fault::Missing),
            // Whatever the case passed over on its way, at its end it has passed everything.
            RequiredFrom::Status(_) | RequiredFrom::End if closed => Some(Fault::MissingAtEnd),
            RequiredFrom::Status(from) => {
                let stands = state.status.as_deref().and_then(place)?;
                let label = &self.status(from)?.choice.label;
                (stands >= place(from)?).then(|| Fault::MissingFrom(label.clone()))
            }
            RequiredFrom::End => None,
        }
    }

    fn check_spells(&self, state: &CaseState, problems: &mut Vec<CaseProblem>) {
        let Some(first) = state.spells.first() else {
            problems.push(problem(BEGIN, Fault::NoBegin));
            return;
        };
        if self.kind == Kind::Event && (state.spells.len() > 1 || first.closed.is_some()) {
            problems.push(problem(END, Fault::EventWithEnd));
            return;
        }
        let mut free_from = Some(NaiveDate::MIN);
        for spell in &state.spells {
            if free_from.is_none_or(|day| spell.opened < day) {
                problems.push(problem(
                    BEGIN,
                    Fault::Overlap {
                        opened: spell.opened,
                    },
                ));
            }
            free_from = spell.closed.as_ref().map(|closing| closing.date);
            if let Some(closing) = &spell.closed {
                if closing.date < spell.opened {
                    let fault = Fault::EndBeforeBegin {
                        begin: spell.opened,
                        end: closing.date,
                    };
                    problems.push(problem(END, fault));
                }
                self.check_closing(closing, problems);
            }
        }
    }

    fn check_closing(&self, closing: &Closing, problems: &mut Vec<CaseProblem>) {
        if let Some(id) = &closing.outcome
            && self
                .outcome
                .as_ref()
                .is_none_or(|outcome| outcome.choice(id).is_none())
        {
            problems.push(problem(OUTCOME, Fault::UnknownChoice(id.clone())));
        }
        for (id, set) in &closing.flags {
            match self.flag(id) {
                None => problems.push(problem(id, Fault::UnknownFlag)),
                Some(flag) => {
                    let fits = closing
                        .outcome
                        .as_ref()
                        .is_some_and(|outcome| flag.of.contains(outcome));
                    if *set && !fits {
                        problems.push(problem(id, Fault::FlagOfOtherOutcome));
                    }
                }
            }
        }
    }
}

fn check_value(
    field: &Field,
    value: &Value,
    begin: Option<NaiveDate>,
    problems: &mut Vec<CaseProblem>,
) {
    let unknown = |id: &String| field.choice(id).is_none();
    let fault = match (field.kind, value) {
        (FieldKind::Text | FieldKind::LongText | FieldKind::Person, Value::Text(_))
        | (FieldKind::Date, Value::Date(_))
        | (FieldKind::DateTime, Value::DateTime(_))
        | (FieldKind::YesNo, Value::YesNo(_))
        | (FieldKind::Address, Value::Address(_)) => None,
        // Infinity has no place in JSON and would not be read back.
        (FieldKind::Number, Value::Number(number)) if number.is_finite() => None,
        (FieldKind::BirthDate, Value::Date(born)) => begin
            .filter(|begin| born > begin)
            .map(|_| Fault::BornAfterBegin { born: *born }),
        (FieldKind::Choice, Value::Choice(id)) => {
            unknown(id).then(|| Fault::UnknownChoice(id.clone()))
        }
        (FieldKind::Choices, Value::Choices(ids)) => ids
            .iter()
            .find(|id| unknown(id))
            .map(|id| Fault::UnknownChoice(id.clone())),
        _ => Some(Fault::WrongKind),
    };
    if let Some(fault) = fault {
        problems.push(problem(&field.id, fault));
    }
}

fn problem(subject: &str, fault: Fault) -> CaseProblem {
    CaseProblem {
        subject: subject.to_owned(),
        fault,
    }
}
