//! The structure of a file: its pages, its indexes, and what refers to what. What encryption keeps of its pages is checked
//! here too.

use rusqlite::Connection;

use super::found::Found;
use crate::store::doctor::finding::{FindingKind, Readable};
use crate::store::sqlite::ranges;

/// The tables whose rows are made from the cases: of those a row without a case is found where they are compared.
const DERIVED: [&str; 4] = ["counted", "counted_entries", "place", "task"];

pub(super) fn check(connection: &Connection, found: &mut Found) -> rusqlite::Result<()> {
    let mut is_damaged = false;
    let mut say = |said: &str| match said {
        "ok" => {}
        said if said.contains("FTS5") => found.add_many(FindingKind::SearchIndex, 1),
        said if is_of_index(said) => found.add_many(FindingKind::Index, 1),
        _ => is_damaged = true,
    };
    let checked = connection.pragma_query(None, "integrity_check", |row| {
        // One row may say several things, each on a line of its own.
        row.get_ref(0)?.as_str()?.lines().for_each(&mut say);
        Ok(())
    });
    if is_damaged || checked.is_err() {
        found.kinds.clear();
        found.add_many(FindingKind::Damaged, 1);
        found.readable = Some(readable(connection));
        return Ok(());
    }
    connection.pragma_query(None, "foreign_key_check", |row| {
        let table: String = row.get(0)?;
        match table.as_str() {
            "revision" => found.add_many(FindingKind::RevisionWithoutCase, 1),
            "entry" => found.add_many(FindingKind::EntryWithoutCase, 1),
            "document" => found.add_many(FindingKind::DocumentWithoutEntry, 1),
            derived => debug_assert!(DERIVED.contains(&derived), "{derived}"),
        }
        Ok(())
    })
}

/// Whether a sentence of SQLite is about an index alone, which can be made anew from its table.
fn is_of_index(said: &str) -> bool {
    ["missing from index", "entries in index", "entry in index"]
        .iter()
        .any(|of_index| said.contains(of_index))
}

/// How many cases can be read. How many there are is asked of an index, which lies on other pages.
fn readable(connection: &Connection) -> Readable {
    let cases = ranges::readable(connection, "case_file");
    let counted = connection.query_row(include_str!("../queries/count_by_index.sql"), [], |row| {
        row.get::<_, i64>(0)
    });
    let of = counted.ok().and_then(|count| u64::try_from(count).ok());
    Readable {
        cases,
        of: of.unwrap_or(cases).max(cases),
    }
}
