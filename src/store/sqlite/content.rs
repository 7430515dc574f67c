//! How much stands in a file, and whether it is whole, without opening it as a store: also of an older or a newer version.

use std::path::Path;

use rusqlite::{Connection, Row};

use super::connection::{FileKey, connect_to_read};
use super::error::store_error;
use super::{migrations, own_log};
use crate::store::error::StoreError;

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
