//! The files of a vault: the shared one, and one for each team.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, SecondsFormat, Utc};

use super::error::StoreError;
use super::file_mark::FileMark;
use super::file_names::{SHARED, file_of};
use super::id::new_id;
use super::sqlite::connection::FileKey;
use super::sqlite::store::SqliteStore;
use super::sqlite::{bringing_up, content, mark, migrations};
use crate::register::{Definition, Registers};

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

/// Whether the tables of a file are about to be changed, because an earlier version of the program made them.
pub(super) fn has_older_tables(folder: &Path) -> bool {
    let teams = teams(folder).into_iter();
    let mut files = teams.map(|team| file_of(folder, &team));
    files.any(|file| migrations::is_older(&file, FileKey::None))
}

/// Whether cases are about to be changed, because a definition says otherwise when they run.
pub(super) fn runs_otherwise(folder: &Path, registers: &Registers) -> bool {
    let mut teams = registers.teams().into_iter();
    teams.any(|team| {
        let own = of_team(registers, team);
        bringing_up::is_due(&file_of(folder, team), FileKey::None, &own)
    })
}

/// The teams of a vault, the shared one first. Where the shared file cannot be read, those of which a file is there.
pub(super) fn teams(folder: &Path) -> Vec<String> {
    let known = content::teams(&file_of(folder, SHARED));
    let known = known.unwrap_or_else(|_| with_a_file(folder)).into_iter();
    let known = known.filter(|team| team != SHARED);
    [SHARED.to_owned()].into_iter().chain(known).collect()
}

/// The teams of which a file is there.
pub(super) fn with_a_file(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut teams: Vec<String> = names
        .filter_map(|name| name.strip_suffix(".db").map(str::to_owned))
        .collect();
    teams.sort();
    teams
}

/// The definitions of the registers of a team.
pub(super) fn of_team(registers: &Registers, team: &str) -> Vec<Arc<Definition>> {
    let all = registers.all().iter();
    let own = all.filter(|definition| definition.team == team);
    own.cloned().collect()
}

/// Opens the file of a team for the registers it has.
fn open(
    folder: &Path,
    mark: &FileMark,
    registers: &Registers,
    now: DateTime<Utc>,
) -> Result<SqliteStore, StoreError> {
    let own = of_team(registers, &mark.team);
    SqliteStore::open(&file_of(folder, &mark.team), &FileKey::None, mark, own, now)
}

/// Refuses a file that should hold something and is absent or empty.
pub(super) fn refuse_missing(file: &Path) -> Result<(), StoreError> {
    let is_empty = fs::metadata(file).map_or(true, |found| found.is_file() && found.len() == 0);
    if !is_empty && !mark::is_blank(file, FileKey::None)? {
        return Ok(());
    }
    Err(StoreError::gone(file))
}
