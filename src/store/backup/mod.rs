//! Backups: whole and verified copies of the files of a vault, each in a folder of its own with a list of what it holds.
//!
//! A backup is never a copy of a file that somebody may be writing in: SQLite makes it, of one moment, and it is opened and
//! counted before it is called a backup.

mod difference;
mod kind;
mod making;
pub(super) mod manifest;
mod place;
mod restoring;
mod routine;
pub(super) mod text;
mod thinning;
mod verifying;

pub use difference::Difference;
pub use kind::BackupKind;
pub use making::MadeBackup;
pub use manifest::{Backup, BackupFile};
pub use place::Backups;
pub use restoring::{RestorePlan, Restored, TeamDifference};
