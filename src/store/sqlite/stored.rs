//! Cases, entries and revisions as they are stored, read within the transaction that is open.

use rusqlite::{Connection, OptionalExtension, Result};

use super::rows;
use crate::register::{CaseFile, CaseKey, Entry, EntryKey, Revision};

/// The case with this key.
pub(super) fn case(connection: &Connection, key: CaseKey) -> Result<Option<CaseFile>> {
    connection
        .prepare_cached(include_str!("queries/case_by_key.sql"))?
        .query_row([key.0], rows::case_file)
        .optional()
}

/// The case with this identity.
pub(super) fn case_by_id(connection: &Connection, id: &str) -> Result<Option<CaseFile>> {
    connection
        .prepare_cached(include_str!("queries/case_by_id.sql"))?
        .query_row([id], rows::case_file)
        .optional()
}

/// The cases that were merged into the one with this identity, and those that were merged into them before.
pub(super) fn merged_into(connection: &Connection, id: &str) -> Result<Vec<CaseFile>> {
    connection
        .prepare_cached(include_str!("queries/merged_into.sql"))?
        .query_map([id], rows::case_file)?
        .collect()
}

/// The entry with this key.
pub(super) fn entry(connection: &Connection, key: EntryKey) -> Result<Option<Entry>> {
    connection
        .prepare_cached(include_str!("queries/entry_by_key.sql"))?
        .query_row([key.0], |row| rows::entry(row, 0))
        .optional()
}

/// The entries on the timeline of a case, the latest happening first.
pub(super) fn timeline(connection: &Connection, case: CaseKey) -> Result<Vec<Entry>> {
    connection
        .prepare_cached(include_str!("queries/entries.sql"))?
        .query_map([case.0], |row| rows::entry(row, 0))?
        .collect()
}

/// The revisions of a case and of the entries on its timeline, newest first.
pub(super) fn history(connection: &Connection, case: CaseKey) -> Result<Vec<Revision>> {
    connection
        .prepare_cached(include_str!("queries/history.sql"))?
        .query_map([case.0], rows::revision)?
        .collect()
}

/// The revisions that an action made, each with its case, the last one first.
pub(super) fn revisions_of(
    connection: &Connection,
    operation: &str,
) -> Result<Vec<(CaseKey, Revision)>> {
    connection
        .prepare_cached(include_str!("queries/revisions_of_operation.sql"))?
        .query_map([operation], |row| {
            Ok((CaseKey(row.get(9)?), rows::revision(row)?))
        })?
        .collect()
}
