//! Drafts, and halves of actions, that cannot be read: each of them keeps all others from being read. They are taken out of
//! the file, and kept.

use std::str;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Params};
use serde::de::{DeserializeOwned, IgnoredAny};

use super::mended::Mended;
use crate::store::half::Half;
use crate::store::sqlite::{halves, rows};

/// Takes out of the file what nobody can read. A draft of which only the moment cannot be read was saved now.
pub(super) fn mend(
    connection: &Connection,
    now: DateTime<Utc>,
    mended: &mut Mended,
) -> rusqlite::Result<()> {
    let drafts = read(connection, include_str!("../queries/stored_drafts.sql"), [])?;
    for (at, (id, content)) in drafts.into_iter().enumerate() {
        if can_be_read::<IgnoredAny>(&content) {
            date(connection, &id, now)?;
        } else {
            mended.keep(format!("draft-{}.json", at + 1), content);
            connection.execute(include_str!("../queries/delete_draft.sql"), [id])?;
        }
    }
    let query = include_str!("../queries/named_halves.sql");
    let halves = read(connection, query, [halves::KEPT])?;
    for (at, (name, content)) in halves.into_iter().enumerate() {
        if !can_be_read::<Half>(&content) {
            mended.keep(format!("half-{}.json", at + 1), content);
            connection.execute(include_str!("../queries/delete_meta.sql"), [name])?;
        }
    }
    Ok(())
}

/// Gives a draft a moment where it has none that can be read.
fn date(connection: &Connection, id: &str, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let query = include_str!("../queries/saved_draft.sql");
    let saved =
        connection.query_row(query, [id], |row| Ok(rows::stored_instant(row, 0).is_ok()))?;
    if !saved {
        let query = include_str!("../queries/date_draft.sql");
        connection.execute(query, [id, &rows::instant(now)])?;
    }
    Ok(())
}

fn can_be_read<T: DeserializeOwned>(content: &[u8]) -> bool {
    str::from_utf8(content).is_ok() && serde_json::from_slice::<T>(content).is_ok()
}

/// Names, with what stands under them.
fn read(
    connection: &Connection,
    query: &str,
    of: impl Params,
) -> rusqlite::Result<Vec<(String, Vec<u8>)>> {
    let mut statement = connection.prepare(query)?;
    let read = statement.query_map(of, |row| Ok((row.get(0)?, row.get(1)?)))?;
    read.collect()
}
