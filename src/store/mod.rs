//! Where cases are kept: the [`Store`] trait, its SQLite implementation, and the vault that holds one file per team.
//!
//! The trait is small on purpose. A store knows registers only by the definitions it was opened with, and knows no
//! screen, no figures and no clock: whoever writes says when and who.

mod backups;
mod bulk;
mod dossier;
mod editing;
mod error;
mod error_text;
mod finding;
mod folder;
mod inspection;
mod location;
mod merging;
mod operation;
mod settling;
mod shared;
mod sqlite;
mod vault;
mod views;
mod whole;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};

use crate::register::{
    Address, CaseFile, CaseKey, Codebook, Due, Entry, EntryKey, Revision, TaskSource,
};

pub use bulk::{Becomes, BulkLine, BulkPlan};
pub use dossier::{Dossier, KnownAt, LARGEST_DOCUMENT, Tie, attachment};
pub use editing::{Edit, Edition, Preview, Usage};
pub use error::StoreError;
pub use finding::{Finding, Found, NumberFit, TypedNumber};
pub use inspection::{FileFacts, VaultFacts, inspect_vault};
pub use merging::{MergeError, MergePlan};
pub use operation::{
    CaseOf, Changes, EntryTarget, EntryWrite, Operation, Recorded, Target, Write, new_id,
};
pub use settling::{Settling, SettlingError, statutory};
pub use shared::{SharedAction, SharedRecord, SharedRecords, SharedRevision, SharedWrite};
pub use sqlite::{
    FileContent, FileKey, RegisterContent, SqliteStore, newest_version, sqlite_version,
};
pub use vault::Vault;
pub use views::{View, ViewKind, Views};
pub use whole::write_whole;

/// The file of one team: its cases, their history and what is counted of them.
pub trait Store: Send {
    /// Records one action of a user, whole or not at all: every new state, its revision, what is counted of it and what
    /// can be found of it, in one transaction. A write that changes nothing makes no revision.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when a case was changed since the version the write was based on; nothing is written.
    fn record(&mut self, operation: &Operation) -> Result<Recorded, StoreError>;

    /// Undoes one action as another one, whole or not at all: everything it changed is again as it was, if it still is what
    /// that action made of it; what was changed of other things since stays. A new case is taken back, and so is a new
    /// entry; nothing is deleted. Undoing an undo does it again. `by` says who undoes it and when.
    ///
    /// # Errors
    /// [`StoreError::ChangedSince`] where something was changed since, [`StoreError::NothingToUndo`] where the file knows no
    /// such action; nothing is written.
    fn undo(&mut self, operation: &str, by: Operation) -> Result<Recorded, StoreError>;

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

    /// The revisions of a case and of what stands on its timeline, newest first.
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

/// What stands on the timelines of the cases, and what follows from it.
pub trait Timelines {
    /// What stands on the timeline of a case, the latest happening first. What was taken back stands there too.
    ///
    /// # Errors
    /// The file cannot be read.
    fn entries(&self, case: CaseKey) -> Result<Vec<Entry>, StoreError>;

    /// The document that an entry holds.
    ///
    /// # Errors
    /// The entry holds none, or the file cannot be read.
    fn document(&self, entry: EntryKey) -> Result<Vec<u8>, StoreError>;

    /// The case with this identity.
    ///
    /// # Errors
    /// The file cannot be read.
    fn case_by_id(&self, id: &str) -> Result<Option<CaseFile>, StoreError>;

    /// The cases that were merged into the one with this identity, and those that were merged into them before.
    ///
    /// # Errors
    /// The file cannot be read.
    fn merged_into(&self, id: &str) -> Result<Vec<CaseFile>, StoreError>;

    /// The entries in this file that tie a case to the one with this identity, each with the case they stand in.
    ///
    /// # Errors
    /// The file cannot be read.
    fn ties_to(&self, id: &str) -> Result<Vec<(CaseFile, Entry)>, StoreError>;

    /// The cases at this address, newest first: same postcode and house number, whatever the addition. Where the
    /// postcode is unknown, here or there, the street takes its place.
    ///
    /// # Errors
    /// The file cannot be read.
    fn at_address(&self, address: &Address) -> Result<Vec<CaseFile>, StoreError>;

    /// The cases in the street of this address, newest first, those at the address itself left out.
    ///
    /// # Errors
    /// The file cannot be read.
    fn in_street(&self, address: &Address, most: usize) -> Result<Vec<CaseFile>, StoreError>;

    /// What is to be done in a register, of tasks that are shown on this day, in the order in which they are due.
    ///
    /// # Errors
    /// The file cannot be read.
    fn tasks(&self, register: &str, shown_on: NaiveDate) -> Result<Vec<OpenTask>, StoreError>;

    /// Keeps that somebody asked for the details of these cases without opening one.
    ///
    /// # Errors
    /// The file cannot be written.
    fn log_look_up(&mut self, look_up: &LookUp) -> Result<(), StoreError>;

    /// The look-ups that were kept, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    fn look_ups(&self, most: usize) -> Result<Vec<LookUp>, StoreError>;
}

/// What is typed and not stored yet. Drafts are nobody else's business, and never count.
pub trait Drafts {
    /// The drafts of this person, the one that was kept last first.
    ///
    /// # Errors
    /// The file cannot be read.
    fn drafts(&self, actor: &str) -> Result<Vec<Draft>, StoreError>;

    /// Keeps a draft, over what was kept of it before.
    ///
    /// # Errors
    /// The file cannot be written.
    fn keep_draft(&mut self, draft: &Draft) -> Result<(), StoreError>;

    /// Throws a draft away.
    ///
    /// # Errors
    /// The file cannot be written.
    fn drop_draft(&mut self, id: &str) -> Result<(), StoreError>;
}

/// Where choices and fields are used in a file.
pub trait Uses {
    /// How many cases of a register have each choice there, as it is stored.
    ///
    /// # Errors
    /// The file cannot be read.
    fn uses(&self, register: &str, part: Part<'_>) -> Result<BTreeMap<String, u64>, StoreError>;

    /// How many cases of a register have any value of this field.
    ///
    /// # Errors
    /// The file cannot be read.
    fn having(&self, register: &str, field: &str) -> Result<u64, StoreError>;

    /// Whether this id stands anywhere in the history of a case, or in what somebody is typing.
    ///
    /// # Errors
    /// The file cannot be read.
    fn mentions(&self, id: &str) -> Result<bool, StoreError>;
}

/// Where choices are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// In a field of the case, its status or its outcome.
    Field(&'a str),
    /// In a field of this kind of entry.
    EntryField(&'a str, &'a str),
}

/// Everything that is kept in the file of one team.
pub trait TeamFile: Store + Timelines + Finding + Drafts + Views + Uses {}

impl<T: Store + Timelines + Finding + Drafts + Views + Uses> TeamFile for T {}

/// A task of a case, as it is kept for lists of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTask {
    /// The register of the case.
    pub register: String,
    /// The case.
    pub case: CaseKey,
    /// Why it has to be done.
    pub source: TaskSource,
    /// By when.
    pub due: Due,
    /// Who handles the case, where that is known.
    pub owner: Option<String>,
    /// How urgent the case is: 0 is the most urgent; without a priority field all are alike.
    pub priority: u8,
}

/// One look at the details of cases that were found, not opened (BIO2 8.15). What was searched for is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookUp {
    /// When.
    pub recorded: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// The identities of the cases that were shown.
    pub cases: Vec<String>,
}

/// What is typed in a form and not stored yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its identity: a UUIDv7.
    pub id: String,
    /// The register it is for.
    pub register: String,
    /// Who types it.
    pub actor: String,
    /// When it was kept last.
    pub saved: DateTime<Utc>,
    /// What is typed, as the form wrote it.
    pub content: String,
}
