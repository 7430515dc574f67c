//! The files of a vault: the shared one, and one for each team.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};

use super::backups;
use super::error::StoreError;
use super::file_mark::{FileMark, SHARED};
use super::id::new_id;
use super::sqlite::connection::FileKey;
use super::sqlite::mark;
use super::sqlite::store::SqliteStore;
use crate::register::Registers;

/// A team with its file, or the reason why the file could not be opened: the other teams can work all the same.
pub(super) struct Team {
    pub id: String,
    pub store: Result<SqliteStore, StoreError>,
}

/// Opens the files of all teams of a vault, the shared file first. The shared file records which teams have a file: a file
/// that was there and is gone must not come back empty, as if there had never been a case.
pub(super) fn open_all(
    folder: &Path,
    vault: &str,
    registers: &Registers,
    now: DateTime<Utc>,
) -> Result<Vec<Team>, StoreError> {
    let mut shared = open(folder, &FileMark::of(vault, SHARED), registers, now)?;
    let mut teams = Vec::new();
    for id in registers.teams().into_iter().filter(|id| *id != SHARED) {
        let meta_name = format!("team:{id}");
        let made = shared.read_meta(&meta_name)?.is_some();
        let present = match made {
            true => refuse_missing(&file_of(folder, id)),
            false => Ok(()),
        };
        let store = present.and_then(|()| open(folder, &FileMark::of(vault, id), registers, now));
        if !made && store.is_ok() {
            let since = now.to_rfc3339_opts(SecondsFormat::Secs, true);
            shared.put_meta(&meta_name, &since)?;
        }
        let id = id.to_owned();
        teams.push(Team { id, store });
    }
    let id = SHARED.to_owned();
    let store = Ok(shared);
    teams.insert(0, Team { id, store });
    Ok(teams)
}

/// Opens the shared file alone, before the registers are known; returns the identity of the vault beside it, which is made
/// here for a vault that has none yet.
pub(super) fn open_shared(
    folder: &Path,
    now: DateTime<Utc>,
) -> Result<(SqliteStore, String), StoreError> {
    let file = file_of(folder, SHARED);
    let known = mark::of_file(&file, FileKey::None)?;
    let vault = known.map_or_else(new_id, |known| known.vault);
    let shared = SqliteStore::open(
        &file,
        &FileKey::None,
        &FileMark::of(&vault, SHARED),
        Vec::new(),
        now,
    )?;
    // Another window may just have given it one.
    let vault = shared.mark()?.map_or(vault, |mark| mark.vault);
    Ok((shared, vault))
}

/// Opens the file of a team for the registers it has.
fn open(
    folder: &Path,
    mark: &FileMark,
    registers: &Registers,
    now: DateTime<Utc>,
) -> Result<SqliteStore, StoreError> {
    let own = registers
        .all()
        .iter()
        .filter(|definition| definition.team == mark.team);
    SqliteStore::open(
        &file_of(folder, &mark.team),
        &FileKey::None,
        mark,
        own.cloned().collect(),
        now,
    )
}

/// The path of the file of a team.
pub(super) fn file_of(folder: &Path, team: &str) -> PathBuf {
    folder.join(format!("{team}.db"))
}

/// Refuses a file that should hold something and is absent or empty.
pub(super) fn refuse_missing(file: &Path) -> Result<(), StoreError> {
    if fs::metadata(file).is_ok_and(|found| found.len() > 0)
        && !mark::is_blank(file, FileKey::None)?
    {
        return Ok(());
    }
    Err(StoreError::FileGone {
        file: file.to_owned(),
        last_backup: backups::newest(file),
    })
}
