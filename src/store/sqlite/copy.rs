//! A whole and consistent copy of a file that is in use.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::connection::{FileKey, connect, connect_to_read};
use super::error::store_error;
use crate::store::error::StoreError;

/// How often, and how long each time, a copy waits for a writer that is just finishing.
const ATTEMPTS: u32 = 50;
const WAIT: Duration = Duration::from_millis(100);

/// Copies the file to a path that does not exist yet. The copy gets its name when it is whole, so that an interrupted copy
/// is never taken for a backup.
pub(super) fn to_new_file(
    file: &Path,
    connection: &Connection,
    target: &Path,
    key: FileKey,
) -> Result<(), StoreError> {
    let named = |source| store_error(file, source);
    if target.exists() {
        return Err(StoreError::FileExists(target.to_owned()));
    }
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).map_err(StoreError::disk(folder))?;
    }
    let partial = partial(target);
    if partial.exists() {
        fs::remove_file(&partial).map_err(StoreError::disk(&partial))?;
    }
    match copy(connection, &partial, key) {
        Ok(true) => fs::rename(&partial, target).map_err(StoreError::disk(target)),
        Ok(false) => {
            fs::remove_file(&partial).map_err(StoreError::disk(&partial))?;
            Err(StoreError::Busy {
                file: file.to_owned(),
            })
        }
        Err(source) => {
            // What stopped the copy is the news; a partial file that stays behind is removed by the next attempt.
            fs::remove_file(&partial).unwrap_or_default();
            Err(named(source))
        }
    }
}

/// Copies a file that may be in use, by a connection of its own.
pub(in crate::store) fn of_file(
    file: &Path,
    target: &Path,
    key: FileKey,
) -> Result<(), StoreError> {
    let connection = connect_to_read(file, key).map_err(|source| store_error(file, source))?;
    to_new_file(file, &connection, target, key)
}

/// Copies all pages in one go, so that the copy is of one moment. False when a writer never made room.
fn copy(connection: &Connection, partial: &Path, key: FileKey) -> rusqlite::Result<bool> {
    let mut target = connect(partial, key)?;
    let backup = Backup::new(connection, &mut target)?;
    for _ in 0..ATTEMPTS {
        if backup.step(-1)? == StepResult::Done {
            return Ok(true);
        }
        thread::sleep(WAIT);
    }
    Ok(false)
}

fn partial(target: &Path) -> PathBuf {
    let mut name = OsString::from(target);
    name.push(".part");
    PathBuf::from(name)
}
