//! Making the derived tables of a file anew, where they were made by another definition: cleared and filled in bulk, because
//! replacing them row by row takes many times as long.

use std::path::Path;

use rusqlite::Connection;

use super::derivation::Derivation;
use super::error::{TransactionError, store_error};
use super::register::Register;
use super::{json, rows, transaction};
use crate::store::error::StoreError;

/// Makes the derived tables of every register anew of which they are not up to date.
pub(super) fn bring_up_to_date(
    registers: &[Register],
    file: &Path,
    connection: &mut Connection,
) -> Result<(), StoreError> {
    let in_file = |source| store_error(file, source);
    if outdated(registers, connection).map_err(in_file)?.is_empty() {
        return Ok(());
    }
    let words = transaction::write(file, connection, |connection| {
        // Another window may just have done it.
        let outdated = outdated(registers, connection)?;
        let words = outdated_words(&outdated, connection)?;
        renew_search(&words, connection)?;
        for register in outdated {
            let id = register.definition.id.as_str();
            refill(register, words.contains(&id), connection)?;
        }
        Ok(!words.is_empty())
    })?;
    match words {
        true => forget_log(connection).map_err(in_file),
        false => Ok(()),
    }
}

/// Fills the derived tables of a register, its words where they are made anew.
fn refill(
    register: &Register,
    words: bool,
    connection: &Connection,
) -> Result<(), TransactionError> {
    let id = &register.definition.id;
    clear(id, connection)?;
    let mut derivation = Derivation::begin(connection, register)?;
    let mut statement = connection.prepare(include_str!("queries/cases_of_register.sql"))?;
    let mut cases = statement.query([id])?;
    while let Some(row) = cases.next()? {
        derivation.refill(&rows::case_file(row)?, words)?;
    }
    derivation.finish()?;
    Ok(register.mark_current(connection)?)
}

/// The registers of which the derived tables are not up to date.
fn outdated<'a>(
    registers: &'a [Register],
    connection: &Connection,
) -> rusqlite::Result<Vec<&'a Register>> {
    let mut outdated = Vec::new();
    for register in registers {
        if !register.is_current(connection)? {
            outdated.push(register);
        }
    }
    Ok(outdated)
}

/// Those of these registers whose cases are to be found by other words.
fn outdated_words<'a>(
    registers: &[&'a Register],
    connection: &Connection,
) -> rusqlite::Result<Vec<&'a str>> {
    let mut outdated = Vec::new();
    for register in registers {
        if !register.has_current_words(connection)? {
            outdated.push(register.definition.id.as_str());
        }
    }
    Ok(outdated)
}

/// Begins a new index of search, with the words of all cases but those of these registers.
fn renew_search(registers: &[&str], connection: &Connection) -> rusqlite::Result<()> {
    if registers.is_empty() {
        return Ok(());
    }
    connection.execute_batch(include_str!("queries/renew_search.sql"))?;
    let registers = json::write(&registers)?;
    connection.execute(include_str!("queries/keep_words.sql"), [registers])?;
    connection.execute_batch(include_str!("queries/drop_search_before.sql"))
}

/// Clears the derived rows of a register, but for its words.
fn clear(register: &str, connection: &Connection) -> rusqlite::Result<()> {
    for query in [
        include_str!("queries/clear_places.sql"),
        include_str!("queries/clear_tasks.sql"),
        include_str!("queries/clear_counted.sql"),
        include_str!("queries/clear_counted_entries.sql"),
    ] {
        connection.execute(query, [register])?;
    }
    Ok(())
}

/// Empties the write-ahead log, in which words stand that may not be searched any more. Where another window reads just now
/// they go when the log is written over.
fn forget_log(connection: &Connection) -> rusqlite::Result<()> {
    let checkpoint = include_str!("queries/empty_log.sql");
    connection.query_row(checkpoint, [], |_| Ok(()))
}
