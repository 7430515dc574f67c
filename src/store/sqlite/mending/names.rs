//! What cases and entries are called, where that is no text any more: the indexes may still know it.

use rusqlite::{Connection, OptionalExtension, params};

use super::mended::Mended;
use crate::register::CaseKey;
use crate::store::id::new_id;
use crate::store::sqlite::traces::Traces;

/// Gives every case and entry a name that can be read.
pub(super) fn mend(
    connection: &Connection,
    traces: &Traces,
    mended: &mut Mended,
) -> rusqlite::Result<()> {
    for (key, [id, register, number]) in cases(connection)? {
        if let (Ok(_), Ok(_), Ok(_)) = (&id, &register, &number) {
            continue;
        }
        let known = traces.case_names.get(&key).cloned();
        let (register, number) = match (known, register, number) {
            (Some(known), ..) => known,
            (None, register, number) => {
                mended.partial.insert(CaseKey(key));
                let register = match register {
                    Ok(register) => register,
                    Err(rest) => counted(connection, key)?.unwrap_or(rest),
                };
                (register, number.unwrap_or_else(|rest| rest))
            }
        };
        let id = id.unwrap_or_else(|_| known_or_new(traces.case_ids.get(&key)));
        let rename = include_str!("../queries/rename_case.sql");
        connection.execute(rename, params![key, id, register, number])?;
        mended.wrote = true;
    }
    for (key, id) in entries(connection)? {
        if id.is_err() {
            let id = known_or_new(traces.entry_ids.get(&key));
            let rename = include_str!("../queries/rename_entry.sql");
            connection.execute(rename, params![key, id])?;
            mended.wrote = true;
        }
    }
    Ok(())
}

/// A text, or what of it is one.
type Name = Result<String, String>;

fn name(stored: Vec<u8>) -> Name {
    String::from_utf8(stored)
        .map_err(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn known_or_new(known: Option<&String>) -> String {
    known.cloned().unwrap_or_else(new_id)
}

fn cases(connection: &Connection) -> rusqlite::Result<Vec<(i64, [Name; 3])>> {
    let mut statement = connection.prepare(include_str!("../queries/names_of_cases.sql"))?;
    let read = statement.query_map([], |row| {
        let column = |at| row.get(at).map(name);
        Ok((row.get(0)?, [column(1)?, column(2)?, column(3)?]))
    })?;
    read.collect()
}

fn entries(connection: &Connection) -> rusqlite::Result<Vec<(i64, Name)>> {
    let mut statement = connection.prepare(include_str!("../queries/names_of_entries.sql"))?;
    let read = statement.query_map([], |row| Ok((row.get(0)?, name(row.get(1)?))))?;
    read.collect()
}

/// The register of which a case was counted.
fn counted(connection: &Connection, key: i64) -> rusqlite::Result<Option<String>> {
    let query = include_str!("../queries/register_counted.sql");
    let counted = connection.query_row(query, [key], |row| row.get(0));
    counted.optional()
}
