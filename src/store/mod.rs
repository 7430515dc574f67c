//! Where cases are kept: the [`Store`] trait, its SQLite implementation, and the vault that holds one file per team.
//!
//! The trait is small on purpose. A store knows registers only by the definitions it was opened with, and knows no
//! screen, no figures and no clock: whoever writes says when and who.

mod backups;
mod error;
mod location;
mod sqlite;
mod vault;

use std::path::Path;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::register::{CaseFile, CaseKey, CaseState, Codebook, Revision};

pub use error::StoreError;
pub use sqlite::{FileKey, SqliteStore};
pub use vault::Vault;

/// The file of one team: its cases, their history and what is counted of them.
pub trait Store: Send {
    /// Records one action of a user, whole or not at all: every new state, its revision, what is counted of it and what
    /// can be found of it, in one transaction. A write that changes nothing makes no revision.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when a case was changed since the version the write was based on; nothing is written.
    fn record(&mut self, operation: &Operation) -> Result<Recorded, StoreError>;

    /// The cases with these keys, in this order; a key that does not exist is passed over.
    ///
    /// # Errors
    /// The file cannot be read.
    fn cases(&self, keys: &[CaseKey]) -> Result<Vec<CaseFile>, StoreError>;

    /// The case of this register with this number.
    ///
    /// # Errors
    /// The file cannot be read.
    fn case_by_number(&self, register: &str, number: &str) -> Result<Option<CaseFile>, StoreError>;

    /// Hands every case of a register to `visit`, in the order in which they were recorded.
    ///
    /// # Errors
    /// The file cannot be read.
    fn each_case(&self, register: &str, visit: &mut dyn FnMut(CaseFile)) -> Result<(), StoreError>;

    /// The revisions of a case, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    fn history(&self, case: CaseKey) -> Result<Vec<Revision>, StoreError>;

    /// Hands what is counted of every case of a register to `visit`, packed by the layout of its definition, in the order
    /// of the keys; returns the codebook that explains the codes.
    ///
    /// # Errors
    /// The file cannot be read.
    fn counted(
        &self,
        register: &str,
        visit: &mut dyn FnMut(CaseKey, &[u8]),
    ) -> Result<Codebook, StoreError>;

    /// The keys of a register in the order of the case numbers.
    ///
    /// # Errors
    /// The file cannot be read.
    fn by_number(&self, register: &str) -> Result<Vec<CaseKey>, StoreError>;

    /// The cases in which every word occurs as the beginning of a word, newest first. Fields that came from the police
    /// are never searched.
    ///
    /// # Errors
    /// The file cannot be read.
    fn search(&self, words: &str, most: usize) -> Result<Vec<CaseFile>, StoreError>;

    /// Which cases were written after this revision, and up to which one this answer goes. Zero asks for everything.
    ///
    /// # Errors
    /// The file cannot be read.
    fn changes_since(&self, sequence: i64) -> Result<Changes, StoreError>;

    /// Whether another window or command wrote to the file since this was asked last.
    ///
    /// # Errors
    /// The file cannot be read.
    fn changed_elsewhere(&mut self) -> Result<bool, StoreError>;

    /// Writes a whole and consistent copy of the file, also while it is in use.
    ///
    /// # Errors
    /// The copy cannot be written, or exists.
    fn backup(&self, to: &Path) -> Result<(), StoreError>;
}

/// One action of a user: what it writes, who did it, when and why.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its identity: a UUIDv7.
    pub id: String,
    /// When it happened.
    pub recorded: DateTime<Utc>,
    /// Who did it.
    pub actor: String,
    /// Why, where somebody said so.
    pub reason: Option<String>,
    /// What it writes.
    pub writes: Vec<Write>,
}

impl Operation {
    /// An action by this person at this moment, that writes nothing yet.
    pub fn by(actor: &str, recorded: DateTime<Utc>) -> Self {
        Self {
            id: new_id(),
            recorded,
            actor: actor.to_owned(),
            reason: None,
            writes: Vec::new(),
        }
    }

    /// The same action with this write added.
    #[must_use]
    pub fn with(mut self, write: Write) -> Self {
        self.writes.push(write);
        self
    }
}

/// A new identity: a UUIDv7, so that ids sort by the moment they were made.
pub fn new_id() -> String {
    Uuid::now_v7().to_string()
}

/// The new state of one case.
#[derive(Clone, Debug)]
pub struct Write {
    /// The register.
    pub register: String,
    /// Which case.
    pub target: Target,
    /// What is known of it from now on.
    pub state: CaseState,
}

/// Which case a write is about.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// What became of an operation: the cases as they are now, in the order of the writes.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The cases as stored.
    pub cases: Vec<CaseFile>,
}

/// Which cases were written after a certain revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The last revision this answer knows of: ask from here the next time.
    pub up_to: i64,
    /// The cases, each once.
    pub cases: Vec<CaseKey>,
}
