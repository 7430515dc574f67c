//! Mending what is wrong in a file of which the pages are whole. The history leads: cases and entries become what it says,
//! and what is counted, searched and to be done follows from them. What cannot be read and belongs to nothing is handed over
//! to be kept elsewhere.

mod derived;
mod drafts;
mod history;
mod indexes;
mod loose;
mod mended;
mod names;
mod only_in_history;
mod steps;

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, MAIN_DB};

pub(in crate::store) use mended::Mended;

use super::checkup::{self, Found};
use super::connection::{FileKey, connect, make_durable};
use super::error::{TransactionError, store_error};
use super::migrations;
use super::register::Register;
use super::traces::Traces;
use super::transaction;
use crate::register::Definition;
use crate::store::error::StoreError;

/// Mends a file in one transaction, of which these are the registers. Just before anything is written in it `before` hears
/// what is mended, and can refuse it. None where nothing became better: nothing is written then.
///
/// # Errors
/// The file cannot be written, `before` refuses, or the disk does.
pub(in crate::store) fn of_file(
    file: &Path,
    key: FileKey,
    definitions: Vec<Arc<Definition>>,
    now: DateTime<Utc>,
    before: &mut dyn FnMut(&Mended) -> Result<(), StoreError>,
) -> Result<Option<Mended>, StoreError> {
    let in_file = |source| store_error(file, source);
    let registers: Vec<Register> = definitions.into_iter().map(Register::new).collect();
    let mut connection = connect(file, key).map_err(in_file)?;
    if connection.is_readonly(MAIN_DB).map_err(in_file)? {
        return Err(StoreError::ReadOnly(file.to_owned()));
    }
    make_durable(file, &connection)?;
    set_up(&connection).map_err(in_file)?;
    if migrations::is_older(file, key) {
        // What else is wrong is only known of the tables of this version.
        before(&Mended::default())?;
        transaction::write(file, &mut connection, |connection| {
            Ok(indexes::mend(connection).map(drop)?)
        })?;
        migrations::migrate(file, &mut connection)?;
    }
    transaction::write_if(file, &mut connection, |connection| {
        let found = checkup::look(connection, &registers)?;
        let mended = mend(connection, &registers, &Traces::of(connection), now)?;
        let left = checkup::look(connection, &registers)?;
        if !is_better(&found, &left) {
            return Ok(None);
        }
        before(&mended)?;
        Ok(Some(mended))
    })
}

/// Rows that refer to what is not there are looked for and mended, and are not refused on the way.
pub(super) fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.pragma_update(None, "temp_store", "MEMORY")
}

/// Whether something that was found is left less often.
fn is_better(found: &Found, left: &Found) -> bool {
    let mut kinds = found.kinds.iter();
    left.readable.is_none()
        && kinds.any(|(kind, found)| {
            let left = left.kinds.get(kind).map_or(0, |left| left.count);
            left < found.count
        })
}

/// Mends everything, within a transaction.
pub(super) fn mend(
    connection: &Connection,
    registers: &[Register],
    traces: &Traces,
    now: DateTime<Utc>,
) -> Result<Mended, TransactionError> {
    let mut mended = Mended::default();
    // By an index that is wrong the wrong history is found.
    if !indexes::mend(connection)? {
        return Ok(mended);
    }
    names::mend(connection, traces, &mut mended)?;
    steps::mend(connection, now, &mut mended)?;
    only_in_history::put_entries_back(connection, traces, &mut mended)?;
    history::mend(connection, &mut mended)?;
    only_in_history::put_cases_back((connection, registers), traces, now, &mut mended)?;
    loose::mend(connection, &mut mended)?;
    drafts::mend(connection, now, &mut mended)?;
    derived::mend(connection, registers, &mended)?;
    mended.name_cases(connection);
    Ok(mended)
}
