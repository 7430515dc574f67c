//! Cases and entries of which only the history is left, put back from it.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::history::{known_case, known_entry, last_version};
use super::mended::Mended;
use crate::language::folded;
use crate::register::{CaseKey, CaseState, Definition, EntryKey};
use crate::store::id::new_id;
use crate::store::operation::GivenNumbers;
use crate::store::sqlite::checkup::history;
use crate::store::sqlite::register::Register;
use crate::store::sqlite::traces::Traces;
use crate::store::sqlite::{json, number, rows};

/// Puts every entry back of which only the history is left.
pub(super) fn put_entries_back(
    connection: &Connection,
    traces: &Traces,
    mended: &mut Mended,
) -> rusqlite::Result<()> {
    for key in keys(connection, include_str!("../queries/lost_entries.sql"))? {
        let steps = history::steps_of_entry(connection, EntryKey(key))?;
        let whole = Some(&steps).filter(|steps| history::is_whole(steps));
        let whole = whole.and_then(|steps| history::entry_after(steps));
        let is_whole = whole.is_some();
        let Some((state, case)) = whole.or_else(|| known_entry(&steps)) else {
            continue;
        };
        if !is_whole {
            mended.partial.insert(case);
        }
        mended.wrote = true;
        connection
            .prepare_cached(include_str!("../queries/put_entry_back.sql"))?
            .execute(params![
                key,
                traces.entry_ids.get(&key).cloned().unwrap_or_else(new_id),
                case.0,
                state.kind,
                rows::moment(state.happened),
                last_version(&steps),
                json::write(&state)?,
                rows::about(&state)
            ])?;
    }
    Ok(())
}

/// Puts every case back of which only the history is left, or what stands on its timeline.
pub(super) fn put_cases_back(
    (connection, registers): (&Connection, &[Register]),
    traces: &Traces,
    now: DateTime<Utc>,
    mended: &mut Mended,
) -> rusqlite::Result<()> {
    for key in keys(connection, include_str!("../queries/lost_cases.sql"))? {
        let query = include_str!("../queries/says_nothing.sql");
        let says_nothing = connection.query_row(query, [key], |row| row.get(0))?;
        if says_nothing {
            connection.execute(include_str!("../queries/delete_steps.sql"), [key])?;
            continue;
        }
        let steps = history::steps_of_case(connection, CaseKey(key))?;
        let whole = Some(&steps).filter(|steps| history::is_whole(steps));
        let whole = whole.and_then(|steps| history::state_after(steps));
        let is_whole = whole.is_some();
        // Where only its timeline is left, the case itself says nothing.
        let state = whole.or_else(|| known_case(&steps)).unwrap_or_default();
        let name = match traces.case_names.get(&key) {
            Some(known) => Some(known.clone()),
            None => name(connection, key, &state, registers, now)?,
        };
        let Some((register, number)) = name else {
            continue;
        };
        if !is_whole {
            mended.partial.insert(CaseKey(key));
        }
        mended.wrote = true;
        connection
            .prepare_cached(include_str!("../queries/put_case_back.sql"))?
            .execute(params![
                key,
                traces.case_ids.get(&key).cloned().unwrap_or_else(new_id),
                register,
                number,
                last_version(&steps).max(1),
                json::write(&state)?,
                state.merged_into()
            ])?;
    }
    Ok(())
}

fn keys(connection: &Connection, query: &str) -> rusqlite::Result<Vec<i64>> {
    let mut statement = connection.prepare(query)?;
    let keys = statement.query_map([], |row| row.get(0))?;
    keys.collect()
}

/// The register of a case that is put back, and its number: a new one where it is not known any more.
fn name(
    connection: &Connection,
    key: i64,
    state: &CaseState,
    registers: &[Register],
    now: DateTime<Utc>,
) -> rusqlite::Result<Option<(String, String)>> {
    let counted: Option<String> = connection
        .prepare_cached(include_str!("../queries/register_counted.sql"))?
        .query_row([key], |row| row.get(0))
        .optional()?;
    let definitions = registers.iter().map(|register| &*register.definition);
    let counted = counted.and_then(|id| definitions.clone().find(|it| it.id == id));
    let likely = || definitions.max_by_key(|definition| fields_known(definition, state));
    let Some(definition) = counted.or_else(likely) else {
        return Ok(None);
    };
    let searched: Option<Vec<u8>> = connection
        .prepare_cached(include_str!("../queries/searched_text.sql"))?
        .query_row([key], |row| Ok(row.get_ref(0)?.as_bytes()?.to_vec()))
        .optional()?;
    let searched = searched.and_then(|text| String::from_utf8(text).ok());
    let number = searched.and_then(|text| number_in(&text, definition));
    let number = match number {
        Some(number) if !number::exists(connection, &definition.id, &number)? => number,
        _ => number::next(connection, definition, now, &GivenNumbers::new())?,
    };
    Ok(Some((definition.id.clone(), number)))
}

/// How many of the fields of a case a register has.
fn fields_known(definition: &Definition, state: &CaseState) -> usize {
    let fields = definition.fields.iter();
    fields
        .filter(|field| state.values.contains_key(&field.id))
        .count()
}

/// The number of a case by the text that it is searched by, which begins with it in small letters.
fn number_in(text: &str, definition: &Definition) -> Option<String> {
    let first = text.lines().next()?;
    let own = first.strip_prefix(&folded(&definition.prefix));
    let number = own.map_or_else(
        || first.to_uppercase(),
        |rest| definition.prefix.clone() + rest,
    );
    (!number.is_empty()).then_some(number)
}
