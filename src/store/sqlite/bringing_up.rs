//! Cases that were stored by an earlier definition, brought to what the present one says of them; and what that does to the
//! figures of past years.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Datelike, Utc};
use rusqlite::Connection;

use super::connection::{FileKey, connect_to_read};
use super::error::{TransactionError, store_error};
use super::record::recording::Recording;
use super::register::Register;
use super::{json, meta, rows, transaction};
use crate::register::{CaseFile, Definition, MovedFigures, Reason};
use crate::store::error::StoreError;
use crate::store::operation::{GivenNumbers, Operation, Write};

/// Who brings cases up, in their history: the program, which no person is called.
const PROGRAM: &str = "Peildatum";

/// Whether cases of one of these registers are about to be brought to another definition: whoever opens the file makes a backup
/// first.
pub(in crate::store) fn is_due(path: &Path, key: FileKey, definitions: &[Arc<Definition>]) -> bool {
    let look = |connection: &Connection, definition: &Definition| -> rusqlite::Result<bool> {
        let known = meta::read(connection, &Names::of(&definition.id).course)?;
        let cases: bool = connection.query_row(
            include_str!("queries/has_cases.sql"),
            [&definition.id],
            |row| row.get(0),
        )?;
        Ok(cases && known.unwrap_or_default() != definition.course_signature())
    };
    // What cannot be read is refused when it is opened.
    connect_to_read(path, key).is_ok_and(|connection| {
        let mut definitions = definitions.iter();
        definitions.any(|definition| look(&connection, definition).unwrap_or(false))
    })
}

/// Brings the cases of a register to its definition where they were stored by one in which cases ran otherwise. What is
/// written is recorded in the history of each case. Says whether figures of past years moved.
pub(super) fn bring_up(
    register: &Register,
    path: &Path,
    connection: &mut Connection,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let in_file = |source| store_error(path, source);
    let course = register.definition.course_signature();
    let names = Names::of(&register.definition.id);
    let known = meta::read(connection, &names.course).map_err(in_file)?;
    if known.unwrap_or_default() == course {
        return Ok(false);
    }
    let (_, moved) = look(register, connection, now).map_err(in_file)?;
    let operation = Operation {
        reason: Some(Reason::NewDefinition {}),
        ..Operation::by(PROGRAM, now)
    };
    transaction::write(path, connection, |connection| {
        write(register, connection, &operation, &names, (&course, &moved))
    })?;
    Ok(!moved.is_empty())
}

/// By how much the figures of a register moved when its cases were brought up last; none where they never were.
pub(super) fn moved(connection: &Connection, id: &str) -> rusqlite::Result<Option<MovedFigures>> {
    let stored = meta::read(connection, &format!("moved:{id}"))?;
    Ok(stored.and_then(|stored| serde_json::from_str(&stored).ok()))
}

/// The names under which the file keeps by what its cases run, and what that moved.
struct Names {
    course: String,
    moved: String,
}

impl Names {
    fn of(id: &str) -> Self {
        Self {
            course: format!("course:{id}"),
            moved: format!("moved:{id}"),
        }
    }
}

/// The cases that stand otherwise by this definition, and what their spells do to the figures of past years.
fn look(
    register: &Register,
    connection: &Connection,
    now: DateTime<Utc>,
) -> rusqlite::Result<(Vec<Write>, MovedFigures)> {
    let definition = &register.definition;
    let mut writes = Vec::new();
    let mut moved = MovedFigures::default();
    let mut statement = connection.prepare(include_str!("queries/cases_of_register.sql"))?;
    let mut cases = statement.query([&definition.id])?;
    while let Some(row) = cases.next()? {
        let case: CaseFile = rows::case_file(row)?;
        if case.state.withdrawn.is_some() {
            continue;
        }
        let brought = definition.brought_up(&case.state);
        let state = brought.as_ref().unwrap_or(&case.state);
        let spells = definition.spells_to_end(state);
        moved.add(&case.state.spells, &spells, now.year());
        writes.extend(brought.map(|state| Write::over(&case, state)));
    }
    Ok((writes, moved))
}

fn write(
    register: &Register,
    connection: &Connection,
    operation: &Operation,
    names: &Names,
    (course, moved): (&str, &MovedFigures),
) -> Result<(), TransactionError> {
    // Another window may just have done it.
    if meta::read(connection, &names.course)?.unwrap_or_default() == course {
        return Ok(());
    }
    // What was changed since it was looked at is a conflict, and the whole is done when the file is opened again.
    let (writes, _) = look(register, connection, operation.recorded)?;
    let numbers = GivenNumbers::new();
    let recording = Recording::new(connection, operation, &numbers)?;
    for write in &writes {
        recording.write_case(write, register)?;
    }
    meta::put(connection, &names.course, course)?;
    if !moved.is_empty() {
        meta::put(connection, &names.moved, &json::write(moved)?)?;
    }
    // What is derived from the cases is made anew.
    Ok(register.mark_outdated(connection)?)
}
