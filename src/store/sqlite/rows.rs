//! From rows to what they mean, and from what is stored to text.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::types::Type;
use rusqlite::{Result, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::register::{CaseFile, CaseKey, Revision};

/// A case, from the columns `key, id, register, number, version, state`.
pub(super) fn case_file(row: &Row<'_>) -> Result<CaseFile> {
    Ok(CaseFile {
        key: CaseKey(row.get(0)?),
        id: row.get(1)?,
        register: row.get(2)?,
        number: row.get(3)?,
        version: row.get(4)?,
        state: from_json(row, 5)?,
    })
}

/// A revision, from the columns `sequence, operation, version, recorded, actor, reason, changes`.
pub(super) fn revision(row: &Row<'_>) -> Result<Revision> {
    let recorded = row.get_ref(3)?.as_str()?;
    let recorded = DateTime::parse_from_rfc3339(recorded).map_err(|error| unreadable(3, error))?;
    Ok(Revision {
        sequence: row.get(0)?,
        operation: row.get(1)?,
        version: row.get(2)?,
        recorded: recorded.with_timezone(&Utc),
        actor: row.get(4)?,
        reason: row.get(5)?,
        changes: from_json(row, 6)?,
    })
}

/// An instant as it is stored: all of one length, so that text order is time order.
pub(super) fn instant(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Nanos, true)
}

/// Something as it is stored.
pub(super) fn to_json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

fn from_json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> Result<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(|error| unreadable(column, error))
}

fn unreadable(
    column: usize,
    error: impl std::error::Error + Send + Sync + 'static,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
}
