//! Looking at everything in a file, without changing anything in it.

mod derived;
mod found;
pub(super) mod history;
pub(super) mod loose;
mod structure;

use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;

pub(in crate::store) use found::Found;
pub(super) use found::names_of;

use super::connection::{FileKey, connect_to_look};
use super::error::{TransactionError, store_error};
use super::migrations;
use super::register::Register;
use crate::register::Definition;
use crate::store::error::StoreError;

/// Looks at everything in a file, of which these are the registers. What lies in its folder is the same afterwards.
///
/// # Errors
/// There is no such file, or the disk or the system refuses.
pub(in crate::store) fn of_file(
    file: &Path,
    key: FileKey,
    definitions: Vec<Arc<Definition>>,
) -> Result<Found, StoreError> {
    let registers: Vec<Register> = definitions.into_iter().map(Register::new).collect();
    let look = || -> Result<Found, TransactionError> {
        let connection = connect_to_look(file, key)?;
        // All is of one moment; what is written for the occasion is thrown away with the transaction.
        let moment = connection.unchecked_transaction()?;
        let mut found = look(&moment, &registers)?;
        found.name_cases(&moment);
        Ok(found)
    };
    look().map_err(|error| error.at(file))
}

/// Which of these cases are in the file, by their identities.
///
/// # Errors
/// The file cannot be read.
pub(in crate::store) fn has_cases(
    file: &Path,
    key: FileKey,
    ids: &[&str],
) -> Result<Vec<bool>, StoreError> {
    let look = || -> rusqlite::Result<Vec<bool>> {
        let connection = connect_to_look(file, key)?;
        let mut statement = connection.prepare(include_str!("../queries/has_case.sql"))?;
        ids.iter().map(|id| statement.exists([id])).collect()
    };
    look().map_err(|source| store_error(file, source))
}

/// Looks at a file within one transaction, in which nothing is written but tables of its own that are thrown away.
pub(super) fn look(
    connection: &Connection,
    registers: &[Register],
) -> Result<Found, TransactionError> {
    let mut found = Found::default();
    structure::check(connection, &mut found)?;
    // Of pages that are damaged nothing else is to be said; an earlier version has other tables, which opening changes.
    let is_older = migrations::version(connection)? < migrations::newest_version() as i64;
    if found.readable.is_some() || is_older {
        return Ok(found);
    }
    history::check(connection, &mut found)?;
    derived::check(connection, registers, &mut found)?;
    loose::check(connection, &mut found)?;
    Ok(found)
}

/// Looks at the structure of a file alone.
pub(super) fn look_at_structure(connection: &Connection) -> rusqlite::Result<Found> {
    let mut found = Found::default();
    structure::check(connection, &mut found)?;
    Ok(found)
}
