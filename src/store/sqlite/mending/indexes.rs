//! The indexes of a file, made anew from their tables.

use rusqlite::Connection;

use crate::store::doctor::finding::FindingKind;
use crate::store::sqlite::checkup;

/// Makes the indexes anew that are wrong. Says whether all are right then: two cases of one number cannot both stand in an
/// index that knows each number once.
pub(super) fn mend(connection: &Connection) -> rusqlite::Result<bool> {
    let found = checkup::look_at_structure(connection)?;
    let is_wrong = |kind| found.kinds.contains_key(&kind);
    if is_wrong(FindingKind::Index) {
        attempt(connection, include_str!("../queries/renew_indexes.sql"))?;
    }
    if is_wrong(FindingKind::SearchIndex) {
        attempt(connection, include_str!("../queries/rebuild_search.sql"))?;
    }
    let left = checkup::look_at_structure(connection)?;
    Ok(!left.kinds.contains_key(&FindingKind::Index) && left.readable.is_none())
}

/// Does it, or leaves everything as it was.
fn attempt(connection: &Connection, query: &str) -> rusqlite::Result<()> {
    connection.execute_batch(include_str!("../queries/begin_attempt.sql"))?;
    let query = match connection.execute_batch(query) {
        Ok(()) => include_str!("../queries/keep_attempt.sql"),
        Err(_) => include_str!("../queries/leave_attempt.sql"),
    };
    connection.execute_batch(query)
}
