//! A case file: what is known of one case now, and the revisions by which it became so.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::address::Address;
use super::entry::{CaseReference, EntryState};
use super::key::{CaseKey, EntryKey};
use super::reason::Reason;
use super::value::Value;
use crate::language::Language;

/// One case as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFile {
    /// Its place in the file of its team.
    pub key: CaseKey,
    /// Its identity everywhere: a UUIDv7.
    pub id: String,
    /// The register it belongs to.
    pub register: String,
    /// The number people call it by. One that came from a file is kept verbatim.
    pub number: String,
    /// How often it was written; a save on an older version is a conflict.
    pub version: u32,
    /// What is known of it.
    pub state: CaseState,
}

impl CaseFile {
    /// By what other cases name it, in whatever file they stand.
    pub fn reference(&self) -> CaseReference {
        CaseReference {
            register: self.register.clone(),
            id: self.id.clone(),
        }
    }
}

/// What is known of a case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CaseState {
    /// When it ran, in order and not overlapping. An event has one spell that never closes: its date. A case that has yet
    /// to begin has none.
    pub spells: Vec<Spell>,
    /// When it was being prepared before it began: opened on the day on which it came, and closed only where it ended
    /// without ever beginning. None where it began as soon as it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preparation: Option<Spell>,
    /// Where it stands. Event registers may have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The value of each field that is known; a field that is not here is unknown.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, Value>,
    /// Why it is no case any more; none while it is one. It stays in the file, with its number and its history, and is
    /// neither counted, listed, found by its words nor worked on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Withdrawn>,
}

/// Why a case does not count as one any more. Cases are never deleted here, so that a number that was given keeps its meaning and what
/// was done can be undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Withdrawn {
    /// The action that made it was undone.
    TakenBack,
    /// It was the same case as this one, by its identity.
    MergedInto(String),
}

/// A stretch of time in which a case ran.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spell {
    /// The day it was opened.
    pub opened: NaiveDate,
    /// How it ended; none while it runs. The day may lie in the future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closing>,
}

/// How a spell ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// The day from which it counts as closed.
    pub date: NaiveDate,
    /// With what it ended; none is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The subset flags of the outcome that are known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub flags: BTreeMap<String, bool>,
}

impl Spell {
    /// A spell that was opened on this day and runs.
    pub fn since(opened: NaiveDate) -> Self {
        Self {
            opened,
            closed: None,
        }
    }

    /// Whether it runs at the end of this day. On the closing day it counts as closed.
    pub fn open_at_end_of(&self, day: NaiveDate) -> bool {
        self.opened <= day
            && self
                .closed
                .as_ref()
                .is_none_or(|closing| closing.date > day)
    }
}

impl Closing {
    /// An ending on this day of which nothing else is known.
    pub fn on(date: NaiveDate) -> Self {
        Self {
            date,
            outcome: None,
            flags: BTreeMap::new(),
        }
    }
}

impl CaseState {
    /// Every address that is known of it.
    pub fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.values.values().filter_map(|value| match value {
            Value::Address(address) => Some(address),
            _ => None,
        })
    }

    /// The identity of the case into which it was merged.
    pub fn merged_into(&self) -> Option<&str> {
        match &self.withdrawn {
            Some(Withdrawn::MergedInto(id)) => Some(id),
            Some(Withdrawn::TakenBack) | None => None,
        }
    }

    /// The day the case began, or the event happened.
    pub fn opened(&self) -> Option<NaiveDate> {
        self.spells.first().map(|spell| spell.opened)
    }

    /// Whether it has yet to begin, or ended without ever beginning.
    pub fn is_before(&self) -> bool {
        self.spells.is_empty() && self.preparation.is_some()
    }

    /// The day on which it came: that on which it began, or of a case that has yet to begin the day on which it was
    /// applied for or intended.
    pub fn came(&self) -> Option<NaiveDate> {
        let prepared = self.preparation.as_ref().map(|spell| spell.opened);
        self.opened().or(prepared)
    }

    /// The spell that says how the case stands: the last one, or that of its preparation while it has yet to begin.
    pub fn last_spell(&self) -> Option<&Spell> {
        self.spells.last().or(self.preparation.as_ref())
    }

    /// The same, to change it.
    pub fn last_spell_mut(&mut self) -> Option<&mut Spell> {
        self.spells.last_mut().or(self.preparation.as_mut())
    }

    /// How somebody ended the case, unless its last spell still runs. What ends by itself is not said here
    /// ([`Definition::ending`](crate::register::Definition::ending)).
    pub fn closing(&self) -> Option<&Closing> {
        self.last_spell()?.closed.as_ref()
    }

    /// Whether the case runs at the end of this day.
    pub fn open_at_end_of(&self, day: NaiveDate) -> bool {
        self.spells.iter().any(|spell| spell.open_at_end_of(day))
    }

    /// Sets a field, or makes it unknown.
    pub fn set(&mut self, field: &str, value: Option<Value>) {
        match value {
            Some(value) => {
                self.values.insert(field.to_owned(), value);
            }
            None => {
                self.values.remove(field);
            }
        }
    }

    /// What differs between this state and a later one, field by field.
    pub fn changes_to(&self, after: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.spells != after.spells {
            changes.push(Change::Spells {
                before: self.spells.clone(),
                after: after.spells.clone(),
            });
        }
        if self.preparation != after.preparation {
            changes.push(Change::Preparation {
                before: self.preparation.clone(),
                after: after.preparation.clone(),
            });
        }
        if self.status != after.status {
            changes.push(Change::Status {
                before: self.status.clone(),
                after: after.status.clone(),
            });
        }
        if self.withdrawn != after.withdrawn {
            changes.push(Change::Withdrawn {
                before: self.withdrawn.clone(),
                after: after.withdrawn.clone(),
            });
        }
        let fields: std::collections::BTreeSet<&String> =
            self.values.keys().chain(after.values.keys()).collect();
        for field in fields {
            let (before, after) = (self.values.get(field), after.values.get(field));
            if before != after {
                changes.push(Change::Field {
                    id: field.clone(),
                    before: before.cloned(),
                    after: after.cloned(),
                });
            }
        }
        changes
    }
}

impl CaseState {
    /// This state with changes applied that were made on another one: what they changed takes over, the rest stays. Of an
    /// address that is known on every side only the parts that they changed take over.
    #[must_use]
    pub fn with(mut self, changes: &[Change]) -> Self {
        for change in changes {
            match change {
                Change::Spells { after, .. } => self.spells.clone_from(after),
                Change::Preparation { after, .. } => self.preparation.clone_from(after),
                Change::Status { after, .. } => self.status.clone_from(after),
                Change::Field { id, before, after } => {
                    let value = match (self.values.remove(id), before, after) {
                        (Some(Value::Address(kept)), before, Some(Value::Address(after))) => {
                            let known = match before {
                                Some(Value::Address(before)) => before.clone(),
                                _ => Address::default(),
                            };
                            let merged = kept.with_parts(&known, after);
                            (!merged.is_empty()).then_some(Value::Address(merged))
                        }
                        _ => after.clone(),
                    };
                    self.set(id, value);
                }
                Change::Withdrawn { after, .. } => self.withdrawn.clone_from(after),
                // What stands on the timeline is no part of the state.
                Change::Entry { .. } | Change::Moved { .. } => {}
            }
        }
        self
    }
}

impl Change {
    /// Sets one thing of a case to its value after this change, or before it.
    pub fn set(&self, state: &mut CaseState, became: bool) {
        match self {
            Self::Spells { before, after } => {
                state.spells.clone_from(if became { after } else { before });
            }
            Self::Preparation { before, after } => {
                state
                    .preparation
                    .clone_from(if became { after } else { before });
            }
            Self::Status { before, after } => {
                state.status.clone_from(if became { after } else { before });
            }
            Self::Withdrawn { before, after } => {
                state
                    .withdrawn
                    .clone_from(if became { after } else { before });
            }
            Self::Field { id, before, after } => {
                state.set(id, if became { after } else { before }.clone());
            }
            // Entries are no part of the state of a case.
            Self::Entry { .. } | Self::Moved { .. } => {}
        }
    }

    /// Whether two changes of a case are about the same thing of it.
    pub fn same_thing(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Field { id, .. }, Self::Field { id: other, .. }) => id == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// What one revision did to one thing of a case: both sides are kept, so that it can be read, undone and counted back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It was opened, closed, reopened, or ended otherwise.
    Spells {
        /// As it was; empty for a new case.
        before: Vec<Spell>,
        /// As it became.
        after: Vec<Spell>,
    },
    /// It came to be prepared otherwise, before it began.
    Preparation {
        /// As it was; none for a new case, and for one that began as soon as it came.
        before: Option<Spell>,
        /// As it became.
        after: Option<Spell>,
    },
    /// Its status moved.
    Status {
        /// As it was.
        before: Option<String>,
        /// As it became.
        after: Option<String>,
    },
    /// A field got another value.
    Field {
        /// The field.
        id: String,
        /// As it was; none is unknown.
        before: Option<Value>,
        /// As it became; none is unknown.
        after: Option<Value>,
    },
    /// It stopped being a case, or became one again.
    Withdrawn {
        /// As it was.
        before: Option<Withdrawn>,
        /// As it became.
        after: Option<Withdrawn>,
    },
    /// Something was put on its timeline, or said otherwise there.
    Entry {
        /// As it was; none for a new entry.
        before: Option<EntryState>,
        /// As it became.
        after: EntryState,
    },
    /// Something came to stand on its timeline that stood on that of another case.
    Moved {
        /// The identity of the case on whose timeline it stood.
        before: String,
        /// That of the case on whose timeline it stands.
        after: String,
    },
}

/// One step in the history of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// Its place among everything ever recorded in this file.
    pub sequence: i64,
    /// The action of a user it was part of; one action may touch many cases. Where it stored a draft, the id of that draft.
    pub operation: String,
    /// The action that it undid.
    pub undoes: Option<String>,
    /// The entry of the timeline it is about; none where it is about the case itself.
    pub entry: Option<EntryKey>,
    /// The version it made, of the case or of the entry.
    pub version: u32,
    /// When it was recorded.
    pub recorded: DateTime<Utc>,
    /// Who did it.
    pub actor: String,
    /// Why, where that is known.
    pub reason: Option<Reason>,
    /// What it changed.
    pub changes: Vec<Change>,
}

impl Revision {
    /// Why it was made, in words.
    pub fn why(&self, language: Language) -> Option<String> {
        self.reason.as_ref().map(|reason| reason.text(language))
    }
}
