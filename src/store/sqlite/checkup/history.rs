//! Whether every case and every entry is what its history says: all that was ever changed of it, one after the other.

use rusqlite::{Connection, Row};

use super::found::Found;
use crate::register::{CaseFile, CaseKey, CaseState, Change, Entry, EntryKey, EntryState};
use crate::store::doctor::finding::FindingKind;
use crate::store::sqlite::{rows, stored};

pub(in crate::store::sqlite) fn check(
    connection: &Connection,
    found: &mut Found,
) -> rusqlite::Result<()> {
    let mut cases = connection.prepare(include_str!("../queries/identities.sql"))?;
    let mut cases = cases.query([])?;
    while let Some(row) = cases.next()? {
        let key = CaseKey(row.get(0)?);
        check_case(connection, key, row, found)?;
    }
    let mut entries = connection.prepare(include_str!("../queries/entry_identities.sql"))?;
    let mut entries = entries.query([])?;
    while let Some(row) = entries.next()? {
        let key = EntryKey(row.get(0)?);
        check_entry(connection, key, row, found)?;
    }
    Ok(())
}

/// A step in a history: its place in the file, the version that it made, the case on whose timeline it was made, and what it
/// changed.
pub(in crate::store::sqlite) struct Step {
    pub sequence: i64,
    pub version: u32,
    pub case: CaseKey,
    /// None where it cannot be read.
    pub changes: Option<Vec<Change>>,
}

/// Every step in the history of a case, without what was done on its timeline.
pub(in crate::store::sqlite) fn steps_of_case(
    connection: &Connection,
    key: CaseKey,
) -> rusqlite::Result<Vec<Step>> {
    steps(
        connection,
        include_str!("../queries/steps_of_case.sql"),
        key.0,
    )
}

/// Every step in the history of an entry.
pub(in crate::store::sqlite) fn steps_of_entry(
    connection: &Connection,
    key: EntryKey,
) -> rusqlite::Result<Vec<Step>> {
    steps(
        connection,
        include_str!("../queries/steps_of_entry.sql"),
        key.0,
    )
}

fn steps(connection: &Connection, query: &str, key: i64) -> rusqlite::Result<Vec<Step>> {
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query([key])?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        steps.push(Step {
            sequence: row.get(0)?,
            version: row.get(2)?,
            case: CaseKey(row.get(9)?),
            changes: rows::revision(row).ok().map(|step| step.changes),
        });
    }
    Ok(steps)
}

/// Whether every step can be read, and the versions follow each other from the first.
pub(in crate::store::sqlite) fn is_whole(steps: &[Step]) -> bool {
    let mut versions = steps.iter().zip(1..);
    let follows =
        |(step, expected): (&Step, u32)| step.version == expected && step.changes.is_some();
    !steps.is_empty() && versions.all(follows)
}

fn check_case(
    connection: &Connection,
    key: CaseKey,
    row: &Row<'_>,
    found: &mut Found,
) -> rusqlite::Result<()> {
    let steps = steps_of_case(connection, key)?;
    let version = steps.len();
    let replayed = Some(&steps).filter(|steps| is_whole(steps));
    let replayed = replayed.and_then(|steps| state_after(steps));
    let case = stored::case(connection, key);
    if replayed.is_none() {
        found.add(FindingKind::History, key);
    }
    let should = replayed.and_then(|state| {
        Some(CaseFile {
            key,
            id: row.get(1).ok()?,
            register: row.get(2).ok()?,
            number: row.get(3).ok()?,
            version: u32::try_from(version).ok()?,
            state,
        })
    });
    let merged_into = row.get::<_, Option<String>>(4).ok();
    match (case, should) {
        (Ok(Some(case)), Some(should)) => {
            let of_state = should.state.merged_into();
            let merged_into = merged_into.as_ref().map(Option::as_deref);
            if case != should || merged_into != Some(of_state) {
                found.add(FindingKind::Case, key);
                found.cases.push(should);
            }
        }
        (Ok(_), None) => {}
        (_, should) => {
            found.add(FindingKind::CaseUnreadable, key);
            match should {
                Some(should) => found.cases.push(should),
                None => found.unknown_cases.push(key),
            }
        }
    }
    Ok(())
}

/// The state that follows from every step; none where a step goes on from something else than the one before it made.
pub(in crate::store::sqlite) fn state_after(steps: &[Step]) -> Option<CaseState> {
    let mut state = CaseState::default();
    for change in changes(steps) {
        let mut before = state.clone();
        change.set(&mut before, false);
        if before != state {
            return None;
        }
        change.set(&mut state, true);
    }
    Some(state)
}

/// What can be read of the changes of these steps, one after the other.
pub(in crate::store::sqlite) fn changes(steps: &[Step]) -> impl Iterator<Item = &Change> {
    steps
        .iter()
        .filter_map(|step| step.changes.as_ref())
        .flatten()
}

fn check_entry(
    connection: &Connection,
    key: EntryKey,
    row: &Row<'_>,
    found: &mut Found,
) -> rusqlite::Result<()> {
    let stands_on = CaseKey(row.get(2)?);
    let steps = steps_of_entry(connection, key)?;
    let version = steps.len();
    let replayed = Some(&steps).filter(|steps| is_whole(steps));
    let replayed = replayed.and_then(|steps| entry_after(steps));
    if replayed.is_none() {
        found.add(FindingKind::History, stands_on);
    }
    let should = replayed.and_then(|(state, case)| {
        Some(Entry {
            key,
            id: row.get(1).ok()?,
            case,
            version: u32::try_from(version).ok()?,
            state,
        })
    });
    let columns = columns(row).ok();
    match (stored::entry(connection, key), should) {
        (Ok(Some(entry)), Some(should)) => {
            if entry != should || columns != Some(columns_of(&should.state)) {
                found.add(FindingKind::Entry, stands_on);
                found.entries.push(should);
            }
        }
        (Ok(_), None) => {}
        (_, should) => {
            found.add(FindingKind::EntryUnreadable, stands_on);
            match should {
                Some(should) => found.entries.push(should),
                None => found.unknown_entries.push(key),
            }
        }
    }
    Ok(())
}

/// What an entry says after every step, and the case on whose timeline it stands then.
pub(in crate::store::sqlite) fn entry_after(steps: &[Step]) -> Option<(EntryState, CaseKey)> {
    let mut state: Option<EntryState> = None;
    for change in changes(steps) {
        match change {
            Change::Entry { before, after } if *before == state => state = Some(after.clone()),
            Change::Moved { .. } => {}
            _ => return None,
        }
    }
    Some((state?, steps.last()?.case))
}

/// What stands of an entry in columns of their own: `kind, happened, about`.
fn columns(row: &Row<'_>) -> rusqlite::Result<(String, String, Option<String>)> {
    Ok((row.get(3)?, row.get(4)?, row.get(5)?))
}

/// What should stand there.
fn columns_of(state: &EntryState) -> (String, String, Option<String>) {
    let about = rows::about(state).cloned();
    (state.kind.clone(), rows::moment(state.happened), about)
}
