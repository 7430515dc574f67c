//! Whose a file is: kept in the file itself, and looked at before anything is done with it.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::connection::{FileKey, connect_to_read};
use super::error::store_error;
use super::transaction::WriteNumber;
use super::{meta, migrations, own_log, transaction};
use crate::store::backup::manifest;
use crate::store::error::StoreError;
use crate::store::file_mark::FileMark;
use crate::store::file_names::SHARED;

/// The names under which a file keeps it.
const VAULT: &str = "mark:vault";
const TEAM: &str = "mark:team";

/// What a file is that lies where a file of a team should be.
enum Found {
    /// Nothing stands in it.
    Blank,
    /// It is of another program.
    OtherProgram,
    /// It says whose it is.
    Marked(FileMark),
    /// A file of an earlier version, which does not say it: the registers of which it holds something, and whether it
    /// knows the teams of a vault, as only the shared file does.
    Unmarked {
        registers: Vec<String>,
        is_shared: bool,
    },
}

/// Refuses a file that is not what this mark says, has another file's log beside it, or is of a newer version of the program;
/// the file is only read. One of an earlier version has no mark: what is in it must fit these registers of the team.
pub(in crate::store) fn refuse_other(
    path: &Path,
    key: FileKey,
    mark: &FileMark,
    registers: &[&str],
) -> Result<(), StoreError> {
    let holds = match look(path, key)? {
        Found::Blank => return Ok(()),
        Found::OtherProgram => {
            return Err(StoreError::OtherProgram {
                file: path.to_owned(),
                last_backup: manifest::newest_of(path),
            });
        }
        Found::Marked(found) if found.team != mark.team => found.team,
        Found::Marked(found) if found.vault != mark.vault => {
            return Err(StoreError::OtherVault {
                file: path.to_owned(),
                last_backup: manifest::newest_of(path),
            });
        }
        Found::Marked(_) => return Ok(()),
        Found::Unmarked {
            is_shared: true, ..
        } if mark.team == SHARED => return Ok(()),
        Found::Unmarked {
            is_shared: true, ..
        } => SHARED.to_owned(),
        Found::Unmarked {
            registers: found, ..
        } => {
            let own = |register: &String| registers.contains(&register.as_str());
            if found.is_empty() || found.iter().any(own) {
                return Ok(());
            }
            found.join(", ")
        }
    };
    Err(StoreError::OtherTeam {
        file: path.to_owned(),
        holds,
        team: mark.team.clone(),
        last_backup: manifest::newest_of(path),
    })
}

/// The mark of a file, which is only read; none where there is no such file, or it has none.
pub(in crate::store) fn of_file(path: &Path, key: FileKey) -> Result<Option<FileMark>, StoreError> {
    match look(path, key)? {
        Found::Marked(mark) => Ok(Some(mark)),
        _ => Ok(None),
    }
}

/// Whether nothing stands in a file, or there is none.
pub(in crate::store) fn is_blank(path: &Path, key: FileKey) -> Result<bool, StoreError> {
    Ok(matches!(look(path, key)?, Found::Blank))
}

/// Whether a file is one of ours.
pub(super) fn is_ours(path: &Path, key: FileKey) -> Result<bool, StoreError> {
    let found = look(path, key)?;
    Ok(matches!(found, Found::Marked(_) | Found::Unmarked { .. }))
}

/// Writes the mark of a file that has none.
pub(super) fn put(
    path: &Path,
    connection: &mut Connection,
    mark: &FileMark,
) -> Result<(), StoreError> {
    let known = meta::read(connection, VAULT).map_err(|source| store_error(path, source))?;
    if known.is_some() {
        return Ok(());
    }
    transaction::write(path, connection, |connection| {
        // Another window may just have done it.
        if meta::read(connection, VAULT)?.is_none() {
            meta::put(connection, VAULT, &mark.vault)?;
            meta::put(connection, TEAM, &mark.team)?;
        }
        Ok(())
    })
}

fn look(path: &Path, key: FileKey) -> Result<Found, StoreError> {
    if let Ok(found) = fs::metadata(path)
        && !found.is_file()
        && !found.is_dir()
    {
        return Err(StoreError::NotAFile(path.to_owned()));
    }
    own_log::refuse_foreign_log(path, key)?;
    if fs::metadata(path).map_or(0, |found| found.len()) == 0 {
        return Ok(Found::Blank);
    }
    let in_file = |source| store_error(path, source);
    let connection = connect_to_read(path, key).map_err(in_file)?;
    let (tables, own) = tables(&connection).map_err(in_file)?;
    let number = WriteNumber::read(&connection).map_err(in_file)?;
    if tables == 0 {
        return Ok(Found::Blank);
    }
    // A newer version may have other tables.
    if own < 2 && !number.is_counted() {
        return Ok(Found::OtherProgram);
    }
    migrations::refuse_newer(path, &connection)?;
    whose(&connection).map_err(in_file)
}

/// The mark of a file that is open, if it has one.
pub(super) fn read(connection: &Connection) -> rusqlite::Result<Option<FileMark>> {
    let vault = meta::read(connection, VAULT)?;
    let team = meta::read(connection, TEAM)?;
    let mark = vault.zip(team);
    Ok(mark.map(|(vault, team)| FileMark { vault, team }))
}

fn whose(connection: &Connection) -> rusqlite::Result<Found> {
    if let Some(mark) = read(connection)? {
        return Ok(Found::Marked(mark));
    }
    let mut statement = connection.prepare(include_str!("queries/known_registers.sql"))?;
    let registers = statement.query_map([], |row| row.get(0))?;
    Ok(Found::Unmarked {
        registers: registers.collect::<rusqlite::Result<_>>()?,
        is_shared: connection
            .prepare(include_str!("queries/teams.sql"))?
            .exists([])?,
    })
}

/// How many tables there are, and how many of those that every file of ours has.
fn tables(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    connection.query_row(include_str!("queries/tables.sql"), [], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}
