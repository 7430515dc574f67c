//! An action of a user: what it writes, and its result.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::id::new_id;
use crate::register::{CaseFile, CaseKey, CaseState, Entry, EntryKey, EntryState, Reason};

/// The numbers that new cases of one action bring with them, each with its register.
pub type GivenNumbers<'a> = HashSet<(&'a str, &'a str)>;

/// One action of a user: what it writes, who did it, when and why.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Operation {
    /// Its identity: a UUIDv7.
    pub id: String,
    /// When it happened.
    pub recorded: DateTime<Utc>,
    /// Who did it.
    pub actor: String,
    /// Why, where that is known.
    pub reason: Option<Reason>,
    /// What it writes.
    pub writes: Vec<Write>,
    /// The entries it writes on timelines, once the cases are written.
    pub entries: Vec<EntryWrite>,
    /// The draft that it stores, and that is deleted then. The revisions then have the id of the draft in place of that of
    /// the operation, so that a draft is stored once, from whatever window.
    pub draft: Option<String>,
    /// The action that it undoes.
    pub undoes: Option<String>,
    /// The case in another register that its first entry opens. Only [`Vault::record`](crate::store::Vault::record) writes
    /// it: the other register may be in another file.
    pub opens: Option<Opens>,
}

/// The case in another register that an entry opens, by the definition of its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opens {
    /// The other register.
    pub register: String,
    /// A case there to which the entry is linked in place of a new one.
    pub running: Option<CaseKey>,
}

impl Operation {
    /// An action by this person at this moment that writes nothing yet.
    pub fn by(actor: &str, recorded: DateTime<Utc>) -> Self {
        Self {
            id: new_id(),
            recorded,
            actor: actor.to_owned(),
            reason: None,
            writes: Vec::new(),
            entries: Vec::new(),
            draft: None,
            undoes: None,
            opens: None,
        }
    }

    /// The same action with this write added.
    #[must_use]
    pub fn with(mut self, write: Write) -> Self {
        self.writes.push(write);
        self
    }

    /// The same action with this entry added.
    #[must_use]
    pub fn with_entry(mut self, entry: EntryWrite) -> Self {
        self.entries.push(entry);
        self
    }

    /// The id of its revisions, by which it is undone.
    pub fn name(&self) -> &str {
        self.draft.as_ref().unwrap_or(&self.id)
    }

    /// The numbers with which its new cases come.
    pub(super) fn given_numbers(&self) -> GivenNumbers<'_> {
        let given = self.writes.iter().filter_map(|write| {
            let Target::New { number } = &write.target else {
                return None;
            };
            Some((write.register.as_str(), number.as_deref()?))
        });
        given.collect()
    }

    /// The same action, for this reason in somebody's words.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// The new state of one case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Write {
    /// The register.
    pub register: String,
    /// Which case.
    pub target: Target,
    /// Its state from now on.
    pub state: CaseState,
}

impl Write {
    /// A write of this state over the case as its writer saw it.
    pub fn over(case: &CaseFile, state: CaseState) -> Self {
        Self {
            register: case.register.clone(),
            target: Target::Existing {
                key: case.key,
                version: case.version,
            },
            state,
        }
    }
}

/// Which case a write is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// A new one. A number that came from a file is kept verbatim; without one it gets `PREFIX-year-sequence`, in which
    /// the year is that of recording, in Amsterdam.
    New {
        /// The number it came with.
        number: Option<String>,
    },
    /// One that exists.
    Existing {
        /// Which.
        key: CaseKey,
        /// The version the writer saw.
        version: u32,
    },
}

/// The new state of one entry on the timeline of a case.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EntryWrite {
    /// The case.
    pub of: CaseOf,
    /// A new entry, or one that exists.
    pub target: EntryTarget,
    /// Its state from now on.
    pub state: EntryState,
    /// The document that a new entry holds. An action in two files holds none.
    #[serde(skip)]
    pub document: Option<Arc<[u8]>>,
}

impl EntryWrite {
    /// A new entry on the timeline of this case.
    pub fn new(of: CaseOf, state: EntryState) -> Self {
        Self {
            of,
            target: EntryTarget::New,
            state,
            document: None,
        }
    }
}

/// The case on whose timeline an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaseOf {
    /// The one that the same action writes, by its place among the writes.
    Written(usize),
    /// One that exists.
    Existing(CaseKey),
}

/// Which entry a write is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntryTarget {
    /// A new one.
    New,
    /// One that exists.
    Existing {
        /// Which.
        key: EntryKey,
        /// The version the writer saw.
        version: u32,
    },
    /// One on the timeline of another case of the register, which moves to this one.
    Elsewhere {
        /// Which.
        key: EntryKey,
        /// The version the writer saw.
        version: u32,
    },
}

/// The result of an operation: everything it wrote as it is stored now, in the order of the writes.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The id by which the action is undone; none where it changed nothing.
    pub action: Option<String>,
    /// The cases as stored.
    pub cases: Vec<CaseFile>,
    /// The entries as stored.
    pub entries: Vec<Entry>,
    /// The case in another register that it opened, or linked in place of a new one, as that is stored now.
    pub opened: Option<Box<CaseFile>>,
}

/// Which cases were written after a certain revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The last revision of this answer: ask from here the next time.
    pub up_to: i64,
    /// The cases, each once.
    pub cases: Vec<CaseKey>,
}
