//! What could not be saved of a damaged file, and that nothing that was given is given again.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::copying::raise_sequence;
use crate::register::{CaseKey, EntryKey};
use crate::store::sqlite::carrying_over::{CASE_KEYS, ENTRY_KEYS, raise_keys};
use crate::store::sqlite::checkup::Found;
use crate::store::sqlite::checkup::history;
use crate::store::sqlite::mending::Mended;
use crate::store::sqlite::register::Register;
use crate::store::sqlite::traces::Traces;

/// The cases of which a step is known that could not be read.
pub(super) fn cases_without_all_steps(
    connection: &Connection,
    traces: &Traces,
) -> rusqlite::Result<BTreeSet<CaseKey>> {
    let mut has_step = connection.prepare(include_str!("../queries/has_step.sql"))?;
    let mut cases = BTreeSet::new();
    for (step, case) in &traces.steps {
        if !has_step.exists([step])? {
            cases.insert(CaseKey(*case));
        }
    }
    Ok(cases)
}

/// Takes cases and entries out of the new file that nobody can read, also not by their history: a file with one of those
/// does not open. They are kept as they were found.
pub(super) fn take_out_what_cannot_be_read(
    connection: &Connection,
    mended: &mut Mended,
) -> rusqlite::Result<()> {
    let mut found = Found::default();
    history::check(connection, &mut found)?;
    for EntryKey(key) in found.unknown_entries {
        let stored = include_str!("../queries/stored_entry.sql");
        let stored = connection.query_row(stored, [key], |row| row.get(1))?;
        mended.keep(format!("entry-{key}.json"), stored);
        connection.execute(include_str!("../queries/delete_entry.sql"), [key])?;
        connection.execute(include_str!("../queries/delete_document.sql"), [key])?;
        connection.execute(include_str!("../queries/delete_steps_of_entry.sql"), [key])?;
    }
    for CaseKey(key) in found.unknown_cases {
        let stored = include_str!("../queries/stored_case.sql");
        let stored = connection.query_row(stored, [key], |row| row.get(1))?;
        mended.keep(format!("case-{key}.json"), stored);
        connection.execute(include_str!("../queries/delete_case.sql"), [key])?;
    }
    Ok(())
}

/// Sees to it that keys and numbers of which is known that they were given are not given again.
pub(super) fn give_nothing_twice(
    connection: &Connection,
    registers: &[Register],
    traces: &Traces,
) -> rusqlite::Result<()> {
    raise_keys(connection, CASE_KEYS, traces.cases().last())?;
    raise_keys(
        connection,
        ENTRY_KEYS,
        traces.entry_ids.keys().last().copied(),
    )?;
    if let Some(last) = traces.steps.keys().last() {
        raise_sequence(connection, "revision", *last)?;
    }
    for (register, number) in traces.case_names.values() {
        let given = registers
            .iter()
            .find(|it| it.definition.id == *register)
            .and_then(|it| number.strip_prefix(&it.definition.prefix));
        let given = given.and_then(|given| given.strip_prefix('-')?.split_once('-'));
        if let Some((year, last)) = given
            && let (Ok(year), Ok(last)) = (year.parse::<i32>(), last.parse::<i64>())
        {
            let raise = include_str!("../queries/raise_number_last.sql");
            connection.execute(raise, params![register, year, last])?;
        }
    }
    Ok(())
}

/// The cases that are known to have been in the file and are not in the new one: their registers and numbers as far as they
/// are known, and how many they are.
pub(super) fn lost(
    connection: &Connection,
    traces: &Traces,
) -> rusqlite::Result<(Vec<(String, String)>, u64)> {
    let mut has_case = connection.prepare(include_str!("../queries/has_case_key.sql"))?;
    let (mut names, mut count) = (Vec::new(), 0);
    for key in traces.cases() {
        if !has_case.exists([key])? {
            count += 1;
            names.extend(traces.case_names.get(&key).cloned());
        }
    }
    Ok((names, count))
}
