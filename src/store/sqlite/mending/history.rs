//! Cases and entries made what their history says.

use rusqlite::{Connection, params};

use super::mended::Mended;
use crate::register::{CaseKey, CaseState, Change, EntryKey, EntryState};
use crate::store::sqlite::checkup::Found;
use crate::store::sqlite::checkup::history::{self, Step};
use crate::store::sqlite::{json, rows};

/// Makes every case and entry what its history says. One that cannot be read, and whose history has a gap, becomes what can
/// be read of that history.
pub(super) fn mend(connection: &Connection, mended: &mut Mended) -> rusqlite::Result<()> {
    let mut found = Found::default();
    history::check(connection, &mut found)?;
    mended.wrote |= !(found.cases.is_empty() && found.entries.is_empty());
    for case in &found.cases {
        write_case(connection, case.key, case.version, &case.state)?;
    }
    for entry in &found.entries {
        let (key, version) = (entry.key, entry.version);
        write_entry(connection, key, entry.case, version, &entry.state)?;
    }
    for key in found.unknown_cases {
        piece_case_together(connection, key, mended)?;
    }
    for key in found.unknown_entries {
        piece_entry_together(connection, key, mended)?;
    }
    Ok(())
}

fn write_case(
    connection: &Connection,
    key: CaseKey,
    version: u32,
    state: &CaseState,
) -> rusqlite::Result<()> {
    let merged_into = state.merged_into();
    connection
        .prepare_cached(include_str!("../queries/update_case.sql"))?
        .execute(params![key.0, version, json::write(state)?, merged_into])?;
    Ok(())
}

fn write_entry(
    connection: &Connection,
    key: EntryKey,
    case: CaseKey,
    version: u32,
    state: &EntryState,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(include_str!("../queries/update_entry.sql"))?
        .execute(params![
            key.0,
            version,
            rows::moment(state.happened),
            json::write(state)?,
            rows::about(state),
            state.kind,
            case.0
        ])?;
    Ok(())
}

/// The last version that these steps made.
pub(super) fn last_version(steps: &[Step]) -> u32 {
    let versions = steps.iter().map(|step| step.version);
    versions.max().unwrap_or(0)
}

/// What is known of a case by these steps, of which some may be missing; none where nothing is.
pub(super) fn known_case(steps: &[Step]) -> Option<CaseState> {
    let mut state = CaseState::default();
    let mut known = false;
    for change in history::changes(steps) {
        change.set(&mut state, true);
        known = true;
    }
    known.then_some(state)
}

/// What an entry said last by these steps, and the case on whose timeline it stood then; none where nothing is known.
pub(super) fn known_entry(steps: &[Step]) -> Option<(EntryState, CaseKey)> {
    let said = history::changes(steps).filter_map(|change| match change {
        Change::Entry { after, .. } => Some(after.clone()),
        _ => None,
    });
    Some((said.last()?, steps.last()?.case))
}

fn piece_case_together(
    connection: &Connection,
    key: CaseKey,
    mended: &mut Mended,
) -> rusqlite::Result<()> {
    let steps = history::steps_of_case(connection, key)?;
    let Some(state) = known_case(&steps) else {
        return Ok(());
    };
    let query = include_str!("../queries/stored_case.sql");
    let (version, stored) = stored(connection, query, key.0)?;
    mended.keep(format!("case-{}.json", key.0), stored);
    mended.wrote = true;
    mended.partial.insert(key);
    write_case(connection, key, version.max(last_version(&steps)), &state)
}

fn piece_entry_together(
    connection: &Connection,
    key: EntryKey,
    mended: &mut Mended,
) -> rusqlite::Result<()> {
    let steps = history::steps_of_entry(connection, key)?;
    let Some((state, case)) = known_entry(&steps) else {
        return Ok(());
    };
    let query = include_str!("../queries/stored_entry.sql");
    let (version, stored) = stored(connection, query, key.0)?;
    mended.keep(format!("entry-{}.json", key.0), stored);
    mended.wrote = true;
    mended.partial.insert(case);
    let version = version.max(last_version(&steps));
    write_entry(connection, key, case, version, &state)
}

/// The version of something, and its state byte for byte.
fn stored(connection: &Connection, query: &str, key: i64) -> rusqlite::Result<(u32, Vec<u8>)> {
    let mut statement = connection.prepare_cached(query)?;
    statement.query_row([key], |row| Ok((row.get(0)?, row.get(1)?)))
}
