//! How much stands in a file, and whether it is whole, without opening it as a store: also of an older or a newer version.

use std::path::Path;

use rusqlite::{Connection, Row};

use super::connection::{FileKey, connect_to_copy, connect_to_read};
use super::error::store_error;
use super::shared_records::record;
use super::{mark, migrations, own_log};
use crate::store::error::StoreError;
use crate::store::traits::shared_records::SharedRecord;

/// How much stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileContent {
    /// The version of its tables.
    pub version: i64,
    /// The size of a page in bytes.
    pub page_size: i64,
    /// How many pages it has.
    pub pages: i64,
    /// How many of them are free.
    pub free_pages: i64,
    /// How many problems SQLite found in its structure.
    pub problems: usize,
    /// How much there is of each register, by its id.
    pub registers: Vec<RegisterContent>,
}

/// How much there is of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterContent {
    /// The register.
    pub register: String,
    /// Its cases, those that were taken back or merged included.
    pub cases: i64,
    /// What stands on their timelines.
    pub entries: i64,
}

/// How much stands in this file, which is only read.
///
/// # Errors
/// There is no such file, it is damaged, or it has other tables.
pub fn content(file: &Path) -> Result<FileContent, StoreError> {
    own_log::refuse_foreign_log(file, FileKey::None)?;
    let read = || {
        let connection = connect_to_read(file, FileKey::None)?;
        let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get(0));
        Ok(FileContent {
            version: migrations::version(&connection)?,
            page_size: pragma("page_size")?,
            pages: pragma("page_count")?,
            free_pages: pragma("freelist_count")?,
            problems: problems(&connection)?,
            registers: all(&connection, include_str!("queries/registers.sql"), |row| {
                Ok(RegisterContent {
                    register: row.get(0)?,
                    cases: row.get(1)?,
                    entries: row.get(2)?,
                })
            })?,
        })
    };
    read().map_err(|source| store_error(file, source))
}

/// Whether nobody stored anything in this file yet. One that is absent holds nothing; one of another program is no such file.
///
/// # Errors
/// It cannot be read.
pub fn holds_nothing(file: &Path) -> Result<bool, StoreError> {
    if mark::is_blank(file, FileKey::None)? {
        return Ok(true);
    }
    if !mark::is_ours(file, FileKey::None)? {
        return Ok(false);
    }
    let read = || {
        let connection = connect_to_read(file, FileKey::None)?;
        let tables: Vec<String> = all(
            &connection,
            include_str!("queries/tables_of_content.sql"),
            |row| row.get(0),
        )?;
        for table in tables {
            let query = format!("SELECT 1 FROM \"{table}\" LIMIT 1");
            if connection.prepare(&query)?.exists([])? {
                return Ok(false);
            }
        }
        Ok(true)
    };
    read().map_err(|source| store_error(file, source))
}

/// The teams of which the shared file knows that they have a file.
///
/// # Errors
/// There is no such file, it is damaged, or it has other tables.
pub fn teams(shared: &Path) -> Result<Vec<String>, StoreError> {
    let read = || {
        let connection = connect_to_read(shared, FileKey::None)?;
        all(&connection, include_str!("queries/teams.sql"), |row| {
            row.get(0)
        })
    };
    read().map_err(|source| store_error(shared, source))
}

/// The shared records of this kind in a file, which is only read.
///
/// # Errors
/// There is no such file, it is damaged, or it has other tables.
pub fn shared_records(shared: &Path, kind: &str) -> Result<Vec<SharedRecord>, StoreError> {
    let read = || -> rusqlite::Result<Vec<SharedRecord>> {
        let connection = connect_to_read(shared, FileKey::None)?;
        let mut statement = connection.prepare(include_str!("queries/shared.sql"))?;
        statement.query_map([kind], record)?.collect()
    };
    read().map_err(|source| store_error(shared, source))
}

/// How far a file is, which is only read: a number that is another one as soon as something is written.
///
/// # Errors
/// It cannot be read.
pub fn state(file: &Path, key: FileKey) -> Result<i64, StoreError> {
    let read = || read_state(&connect_to_read(file, key)?);
    read().map_err(|source| store_error(file, source))
}

fn read_state(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "application_id", |row| row.get(0))
}

/// What is found in a copy that is whole.
pub struct CheckedCopy {
    /// How many cases stand in it: those that were taken back or merged are not counted.
    pub cases: u64,
    /// How far the file was when it was copied.
    pub state: i64,
}

/// Opens a copy in which nobody writes, and checks every page of it.
///
/// # Errors
/// It cannot be read, or it is damaged.
pub fn check(copy: &Path, key: FileKey) -> Result<CheckedCopy, StoreError> {
    let read = || {
        let connection = connect_to_copy(copy, key)?;
        Ok((
            problems(&connection)?,
            CheckedCopy {
                cases: count(&connection, include_str!("queries/standing.sql"))?,
                state: read_state(&connection)?,
            },
        ))
    };
    match read().map_err(|source| store_error(copy, source))? {
        (0, checked) => Ok(checked),
        _ => Err(StoreError::damaged(copy)),
    }
}

/// A case, and how many changes there are of it.
pub struct CaseTrace {
    /// Its identity.
    pub id: String,
    /// Its register.
    pub register: String,
    /// Its number.
    pub number: String,
    /// How many changes there are of it and its timeline.
    pub revisions: i64,
}

/// Every case of a file with the number of its changes, and how many changes there are of what is no case. The file is
/// opened in this way: as one that is in use, or as a copy.
///
/// # Errors
/// It cannot be read.
pub fn traces(
    file: &Path,
    connect: fn(&Path, FileKey) -> rusqlite::Result<Connection>,
) -> Result<(Vec<CaseTrace>, u64), StoreError> {
    let read = || {
        let connection = connect(file, FileKey::None)?;
        let traces = all(&connection, include_str!("queries/traces.sql"), |row| {
            Ok(CaseTrace {
                id: row.get(0)?,
                register: row.get(1)?,
                number: row.get(2)?,
                revisions: row.get(3)?,
            })
        })?;
        let shared = count(
            &connection,
            include_str!("queries/count_shared_revisions.sql"),
        )?;
        Ok((traces, shared))
    };
    read().map_err(|source| store_error(file, source))
}

fn count(connection: &Connection, query: &str) -> rusqlite::Result<u64> {
    let counted: i64 = connection.query_row(query, [], |row| row.get(0))?;
    Ok(u64::try_from(counted).unwrap_or(0))
}

/// How many problems SQLite finds in the structure of the file.
fn problems(connection: &Connection) -> rusqlite::Result<usize> {
    let mut problems = 0;
    connection.pragma_query(None, "quick_check", |row| {
        let said: String = row.get(0)?;
        problems += usize::from(said != "ok");
        Ok(())
    })?;
    Ok(problems)
}

fn all<T>(
    connection: &Connection,
    query: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    connection.prepare(query)?.query_map([], read)?.collect()
}
