//! What stands beside cases in a file: documents, links, halves of actions, drafts.

use rusqlite::{Connection, Row};

use super::found::Found;
use crate::register::{ATTACHMENT, CaseKey, EntryState, LINK};
use crate::store::doctor::finding::FindingKind;
use crate::store::sqlite::{halves, json, rows};

pub(super) fn check(connection: &Connection, found: &mut Found) -> rusqlite::Result<()> {
    let query = include_str!("../queries/documents_gone.sql");
    let mut gone = connection.prepare(query)?;
    let gone = gone.query_map([ATTACHMENT], |row| row.get(0).map(CaseKey))?;
    for case in gone {
        found.add(FindingKind::DocumentGone, case?);
    }
    let mut links = connection.prepare(include_str!("../queries/links.sql"))?;
    let mut links = links.query([LINK])?;
    while let Some(row) = links.next()? {
        // One that cannot be read is found in its history.
        let state = json::read::<EntryState>(row, 0).ok();
        let state = state.filter(|state| !state.withdrawn);
        if let Some(about) = state.and_then(|state| state.about) {
            found.links.push((about, (row.get(1)?, row.get(2)?)));
        }
    }
    found.add_many(FindingKind::Half, halves::waiting(connection)?);
    let mut drafts = connection.prepare(include_str!("../queries/all_drafts.sql"))?;
    let mut drafts = drafts.query([])?;
    let mut unreadable = 0;
    while let Some(row) = drafts.next()? {
        unreadable += u64::from(!can_be_read(row));
    }
    found.add_many(FindingKind::Draft, unreadable);
    Ok(())
}

/// Whether a draft, from the columns `id, saved, content`, is one.
pub(in crate::store::sqlite) fn can_be_read(row: &Row<'_>) -> bool {
    let content = json::read::<serde_json::Value>(row, 2);
    content.is_ok() && rows::stored_instant(row, 1).is_ok()
}
