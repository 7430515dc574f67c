//! What can be wrong about a case or an entry, said so that whoever typed it can put it right.

use std::fmt;

use chrono::NaiveDate;

use crate::language::{Explain, Label, Language};
use crate::register::case::due::Due;

/// Something about a case that cannot be, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{subject}: {fault}")]
pub struct CaseProblem {
    /// The field, or a flag, or one of the reserved ids for the begin, the end, the status and the outcome.
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
    /// The number is beyond what is counted.
    NumberTooLarge,
    /// The text has more characters than this.
    TextTooLong {
        /// How many it may have.
        most: usize,
    },
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
    /// The status is one of running cases, and the case ended.
    StatusOfRunning(Label),
    /// The status is one of cases that ended, and the case runs.
    StatusOfEnded(Label),
    /// The status is one of cases that have yet to begin, and the case began.
    StatusBefore(Label),
    /// The outcome is one of cases that never began, and the case began.
    OutcomeBefore(Label),
    /// The outcome is one of cases that began, and the case never did.
    OutcomeOfBegun(Label),
    /// It began before it came.
    BeganBeforeItCame {
        /// The day it began.
        begin: NaiveDate,
        /// The day it was applied for or intended.
        came: NaiveDate,
    },
    /// The case was opened again, and what it holds until was past by then.
    LapsedBefore {
        /// The day it was opened again.
        opened: NaiveDate,
    },
    /// The value lies beyond what a term allows.
    BeyondTerm {
        /// The value.
        value: Due,
        /// The term.
        term: Label,
        /// The last moment it allows.
        last: Due,
    },
    /// The field means nothing with what was chosen elsewhere.
    NotWith {
        /// What it says.
        value: Label,
        /// The field that decides.
        field: Label,
        /// What was chosen there.
        chosen: Label,
    },
}

impl CaseProblem {
    /// Whether it is gone as soon as something, or something else, is filled in at its subject.
    pub fn can_be_filled_in(&self) -> bool {
        matches!(
            self.fault,
            Fault::Missing
                | Fault::MissingFrom(_)
                | Fault::MissingAtEnd
                | Fault::NoOutcome
                | Fault::OutcomeBefore(_)
                | Fault::OutcomeOfBegun(_)
                | Fault::EndBeforeBegin { .. }
                | Fault::NumberTooLarge
                | Fault::TextTooLong { .. }
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.explain(Language::English))
    }
}

impl Explain for Fault {
    fn explain(&self, language: Language) -> String {
        let named = |id: &str, name: &'static str, label: &Label| {
            language.say(id, &[(name, label.text(language).into())])
        };
        let day = |id: &str, name: &'static str, date: NaiveDate| {
            language.say(id, &[(name, language.date(date).into())])
        };
        match self {
            Self::NoBegin => language.text("fault-no-begin"),
            Self::EndBeforeBegin { begin, end } => language.say(
                "fault-end-before-begin",
                &[
                    ("begin", language.date(*begin).into()),
                    ("end", language.date(*end).into()),
                ],
            ),
            Self::Overlap { opened } => day("fault-overlap", "opened", *opened),
            Self::EventWithEnd => language.text("fault-event-with-end"),
            Self::UnknownChoice(choice) => {
                language.say("fault-unknown-choice", &[("choice", choice.into())])
            }
            Self::UnknownEntryKind(kind) => {
                language.say("fault-unknown-entry-kind", &[("kind", kind.into())])
            }
            Self::UnknownFlag => language.text("fault-unknown-flag"),
            Self::WrongKind => language.text("fault-wrong-kind"),
            Self::NumberTooLarge => language.text("fault-number-too-large"),
            Self::TextTooLong { most } => {
                let most = i64::try_from(*most).unwrap_or_default();
                language.say("fault-text-too-long", &[("most", most.into())])
            }
            Self::FlagOfOtherOutcome => language.text("fault-flag-of-other-outcome"),
            Self::BornAfterBegin { born } => day("fault-born-after-begin", "born", *born),
            Self::Missing => language.text("fault-missing"),
            Self::MissingFrom(status) => named("fault-missing-from", "status", status),
            Self::MissingAtEnd => language.text("fault-missing-at-end"),
            Self::NoOutcome => language.text("fault-no-outcome"),
            Self::StatusOfRunning(status) => named("fault-status-of-running", "status", status),
            Self::StatusOfEnded(status) => named("fault-status-of-ended", "status", status),
            Self::StatusBefore(status) => named("fault-status-before", "status", status),
            Self::OutcomeBefore(outcome) => named("fault-outcome-before", "outcome", outcome),
            Self::OutcomeOfBegun(outcome) => named("fault-outcome-of-begun", "outcome", outcome),
            Self::BeganBeforeItCame { begin, came } => language.say(
                "fault-began-before-it-came",
                &[
                    ("begin", language.date(*begin).into()),
                    ("came", language.date(*came).into()),
                ],
            ),
            Self::LapsedBefore { opened } => day("fault-lapsed-before", "opened", *opened),
            Self::BeyondTerm { value, term, last } => language.say(
                "fault-beyond-term",
                &[
                    ("value", value.written(language).into()),
                    ("term", term.text(language).into()),
                    ("last", last.written(language).into()),
                ],
            ),
            Self::NotWith {
                value,
                field,
                chosen,
            } => language.say(
                "fault-not-with",
                &[
                    ("value", value.text(language).into()),
                    ("field", field.text(language).into()),
                    ("chosen", chosen.text(language).into()),
                ],
            ),
        }
    }
}
