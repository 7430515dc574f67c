//! Migrations: from the tables of an older version of the program to those of this one.

use std::path::Path;

use rusqlite::Connection;

use super::connection::{FileKey, connect_to_read};
use super::error::store_error;
use super::transaction;
use crate::store::error::StoreError;

/// Every step, in order. The version of a file is how many of them it has had; a step that was ever published never
/// changes again.
const STEPS: [&str; 12] = [
    include_str!("migrations/001_case_files.sql"),
    include_str!("migrations/002_search.sql"),
    include_str!("migrations/003_timelines.sql"),
    include_str!("migrations/004_shared_records.sql"),
    include_str!("migrations/005_undo.sql"),
    include_str!("migrations/006_views.sql"),
    include_str!("migrations/007_view_kinds.sql"),
    include_str!("migrations/008_mappings.sql"),
    include_str!("migrations/009_ends.sql"),
    include_str!("migrations/010_counted_entries.sql"),
    include_str!("migrations/011_marks.sql"),
    include_str!("migrations/012_search.sql"),
];

/// The name under which SQLite keeps the version of a file.
const VERSION: &str = "user_version";

/// The version of a file that this program makes.
pub fn newest_version() -> usize {
    STEPS.len()
}

/// Whether the tables of a file are about to be changed: whoever opens it makes a backup first.
pub(in crate::store) fn is_older(path: &Path, key: FileKey) -> bool {
    // What cannot be read is refused when it is opened.
    let version = connect_to_read(path, key).and_then(|connection| version(&connection));
    version.is_ok_and(|version| version > 0 && version < STEPS.len() as i64)
}

/// Brings the file up to this version of the program.
pub(super) fn migrate(path: &Path, connection: &mut Connection) -> Result<(), StoreError> {
    migrate_to(STEPS.len(), path, connection)
}

/// Brings the file up to an earlier version, of which the tables of another file are.
pub(super) fn migrate_to(
    version: usize,
    path: &Path,
    connection: &mut Connection,
) -> Result<(), StoreError> {
    let had = steps_had(path, connection)?;
    for (at, step) in STEPS.iter().enumerate().take(version).skip(had) {
        apply(path, connection, at, step)?;
    }
    Ok(())
}

/// Refuses a file of a newer version of the program: its contents are not known here.
pub(super) fn refuse_newer(path: &Path, connection: &Connection) -> Result<(), StoreError> {
    steps_had(path, connection).map(drop)
}

/// How many of the steps this file has had.
fn steps_had(path: &Path, connection: &Connection) -> Result<usize, StoreError> {
    let version = version(connection).map_err(|source| store_error(path, source))?;
    let had = usize::try_from(version)
        .ok()
        .filter(|had| *had <= STEPS.len());
    had.ok_or_else(|| StoreError::Newer {
        file: path.to_owned(),
        version,
        supported: STEPS.len() as i64,
    })
}

/// Applies one step in a transaction of its own, unless another window has just done so.
fn apply(
    path: &Path,
    connection: &mut Connection,
    at: usize,
    step: &str,
) -> Result<(), StoreError> {
    transaction::write(path, connection, |connection| {
        if version(connection)? == at as i64 {
            connection.execute_batch(step)?;
            connection.pragma_update(None, VERSION, at as i64 + 1)?;
        }
        Ok(())
    })
}

/// The version of a file, of whatever version of the program.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, VERSION, |row| row.get(0))
}
