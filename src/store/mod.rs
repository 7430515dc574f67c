//! Where cases are kept: the [`Store`] trait and its siblings, their SQLite implementation, and the [`Vault`] that holds one
//! file per team.
//!
//! A store knows registers only by the definitions it was opened with, and knows no screen, no figures and no clock: every
//! write says when it happens and who does it.

mod access;
mod address_key;
mod atomic_write;
mod background_check;
mod backup;
mod bulk;
mod case_number;
mod closed_file;
mod doctor;
mod documents;
mod dossier;
mod editing;
mod edition;
mod error;
mod error_making;
mod error_text;
mod file_mark;
mod file_names;
mod folder;
mod gathering;
mod half;
mod id;
mod inspection;
mod kept;
mod links;
mod location;
mod making;
mod matching;
mod merge_error;
mod merge_plan;
mod merging;
mod opening;
mod opening_progress;
mod operation;
mod search_text;
mod soundness;
mod sqlite;
mod staging;
mod task_action;
mod team_files;
mod traits;
mod two_files;
mod vault;
mod vault_lock;
mod vault_search;

pub use access::Access;
pub use atomic_write::{PreparedFile, write_atomically};
pub use backup::{
    Backup, BackupFile, BackupKind, Backups, Difference, MadeBackup, RestorePlan, Restored,
    TeamDifference,
};
pub use bulk::{Becomes, BulkLine, BulkPlan, OwnSettings};
pub use case_number::{NumberFit, TypedNumber};
pub use doctor::{Checkup, Finding, FindingKind, Readable, Repair, examine, repair};
pub use documents::{LARGEST_DOCUMENT, attachment};
pub use dossier::{AddressLookup, Dossier};
pub use edition::{Edit, Edition, Preview, Usage};
pub use error::StoreError;
pub use file_mark::FileMark;
pub use file_names::SHARED as SHARED_TEAM;
pub use id::new_id;
pub use inspection::{FileFacts, VaultFacts, inspect_vault};
pub use links::Link;
pub use matching::SameSubject;
pub use merge_error::MergeError;
pub use merge_plan::{MergePlan, further_report};
pub use opening_progress::OpeningProgress;
pub use operation::{
    CaseOf, Changes, EntryTarget, EntryWrite, GivenNumbers, Opens, Operation, Recorded, Target,
    Write,
};
pub use sqlite::connection::{FileKey, sqlite_version};
pub use sqlite::content::{FileContent, RegisterContent};
pub use sqlite::migrations::newest_version;
pub use sqlite::quick_check::quick_check;
pub use sqlite::store::SqliteStore;
pub use staging::Staging;
pub use task_action::{TaskAction, TaskActionError, statutory_term};
pub use traits::cases::{Recorder, Store};
pub use traits::drafts::{Draft, Drafts};
pub use traits::mappings::{Mappings, SavedMapping};
pub use traits::search::{NumberedCase, Search};
pub use traits::shared_records::{
    SharedAction, SharedRecord, SharedRecords, SharedRevision, SharedWrite,
};
pub use traits::team_file::TeamFile;
pub use traits::timelines::{LookUp, OpenTask, Timelines};
pub use traits::uses::{ChoiceField, Uses};
pub use traits::views::{View, ViewKind, Views};
pub use vault::Vault;
pub use vault_lock::VaultLock;
pub use vault_search::SearchResults;
