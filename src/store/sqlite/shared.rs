//! The shared things of a vault, in a SQLite file.

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};

use super::{SqliteStore, Stopped, reason, rows};
use crate::store::{
    SharedAction, SharedRecord, SharedRecords, SharedRevision, SharedWrite, StoreError,
};

impl SharedRecords for SqliteStore {
    fn shared(&self, kind: &str) -> Result<Vec<SharedRecord>, StoreError> {
        self.all(include_str!("queries/shared.sql"), [kind], record)
    }

    fn share(&mut self, action: &SharedAction) -> Result<(), StoreError> {
        let Self {
            connection, path, ..
        } = self;
        let mut write = || -> Result<(), Stopped> {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for one in &action.writes {
                put(&transaction, action, one)?;
            }
            Ok(transaction.commit()?)
        };
        write().map_err(|stopped| stopped.at(path))
    }

    fn shared_history(&self, kind: &str, id: &str) -> Result<Vec<SharedRevision>, StoreError> {
        let query = include_str!("queries/shared_history.sql");
        self.all(query, [kind, id], |row| {
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

/// Writes one thing with its revision, unless it is as it was.
fn put(connection: &Connection, action: &SharedAction, write: &SharedWrite) -> Result<(), Stopped> {
    let SharedWrite {
        kind, id, content, ..
    } = write;
    let mut known = connection.prepare_cached(include_str!("queries/shared_by_id.sql"))?;
    let known = known.query_row([kind, id], record).optional()?;
    let version = known.as_ref().map_or(0, |known| known.version);
    if version != write.version {
        return Err(Stopped::Refused(StoreError::SharedConflict {
            kind: kind.clone(),
            id: id.clone(),
        }));
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

/// A shared thing, from the columns `kind, id, version, content`.
fn record(row: &Row<'_>) -> rusqlite::Result<SharedRecord> {
    Ok(SharedRecord {
        kind: row.get(0)?,
        id: row.get(1)?,
        version: row.get(2)?,
        content: row.get(3)?,
    })
}
