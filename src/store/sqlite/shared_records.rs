//! Shared records in a SQLite file.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::error::TransactionError;
use super::store::SqliteStore;
use super::{reason, rows};
use crate::store::error::StoreError;
use crate::store::traits::shared_records::{
    SharedAction, SharedRecord, SharedRecords, SharedRevision, SharedWrite,
};

impl SharedRecords for SqliteStore {
    fn shared(&self, kind: &str) -> Result<Vec<SharedRecord>, StoreError> {
        self.select(include_str!("queries/shared.sql"), [kind], record)
    }

    fn share(&mut self, action: &SharedAction) -> Result<(), StoreError> {
        self.transact(|connection, _| {
            let mut writes = action.writes.iter();
            writes.try_for_each(|write| put(connection, action, write))
        })
    }

    fn shared_history(&self, kind: &str, id: &str) -> Result<Vec<SharedRevision>, StoreError> {
        let query = include_str!("queries/shared_history.sql");
        self.select(query, [kind, id], |row| {
            Ok(SharedRevision {
                version: row.get(0)?,
                operation: row.get(1)?,
                recorded: rows::stored_instant(row, 2)?,
                actor: row.get(3)?,
                reason: reason::read(row, 4, None)?,
                content: row.get(5)?,
            })
        })
    }
}

/// Writes one record with its revision, unless it is as it was.
fn put(
    connection: &Connection,
    action: &SharedAction,
    write: &SharedWrite,
) -> Result<(), TransactionError> {
    let SharedWrite {
        kind, id, content, ..
    } = write;
    let mut known = connection.prepare_cached(include_str!("queries/shared_by_id.sql"))?;
    let known = known.query_row([kind, id], record).optional()?;
    let version = known.as_ref().map_or(0, |known| known.version);
    if version != write.version {
        return Err(StoreError::SharedConflict {
            kind: kind.clone(),
            id: id.clone(),
        }
        .into());
    }
    if known.is_some_and(|known| known.content == *content) {
        return Ok(());
    }
    let version = version + 1;
    connection
        .prepare_cached(include_str!("queries/put_shared.sql"))?
        .execute(params![kind, id, version, content])?;
    let recorded = rows::instant(action.recorded);
    connection
        .prepare_cached(include_str!("queries/insert_shared_revision.sql"))?
        .execute(params![
            action.id,
            kind,
            id,
            version,
            recorded,
            action.actor,
            reason::to_store(action.reason.as_ref())?,
            content
        ])?;
    Ok(())
}

/// A shared record, from the columns `kind, id, version, content`.
pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<SharedRecord> {
    Ok(SharedRecord {
        kind: row.get(0)?,
        id: row.get(1)?,
        version: row.get(2)?,
        content: row.get(3)?,
    })
}
