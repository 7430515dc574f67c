//! What a copy that is put back takes over from the file in whose place it comes, so that nothing is mistaken for something
//! else afterwards: numbers that were told to people, keys by which a window knows its cases, and what is being typed.

use std::path::Path;

use rusqlite::{Connection, Row, params_from_iter};

use super::connection::{FileKey, connect, connect_to_read};
use super::error::store_error;
use super::{meta, transaction};
use crate::store::error::StoreError;

/// The names under which a file keeps the highest keys that were ever given in it, where a copy of it was put back.
pub(super) const CASE_KEYS: &str = "keys:case";
pub(super) const ENTRY_KEYS: &str = "keys:entry";

/// What the copy takes over.
#[derive(Debug, Default)]
pub(in crate::store) struct CarriedOver {
    /// The last number of each register and year.
    numbers: Vec<(String, i64, i64)>,
    /// The highest keys of a case and of an entry.
    keys: (i64, i64),
    /// The drafts: id, register, who, when, content.
    drafts: Vec<[String; 5]>,
}

impl CarriedOver {
    /// What can still be read of it in a file, which may be damaged, of an older version, or gone.
    pub fn from(file: &Path, key: FileKey) -> Self {
        let Ok(connection) = connect_to_read(file, key) else {
            return Self::default();
        };
        Self {
            numbers: rows(
                &connection,
                include_str!("queries/numbers_last.sql"),
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            ),
            keys: (
                highest(
                    &connection,
                    include_str!("queries/highest_case.sql"),
                    CASE_KEYS,
                ),
                highest(
                    &connection,
                    include_str!("queries/highest_entry.sql"),
                    ENTRY_KEYS,
                ),
            ),
            drafts: rows(
                &connection,
                include_str!("queries/every_draft.sql"),
                |row| {
                    Ok([
                        row.get(0)?,
                        row.get(1)?,
                        row.get(2)?,
                        row.get(3)?,
                        row.get(4)?,
                    ])
                },
            ),
        }
    }

    /// Writes it into a copy. What the copy has already and is newer stays.
    ///
    /// # Errors
    /// The copy cannot be written.
    pub fn into(self, copy: &Path, key: FileKey) -> Result<(), StoreError> {
        let mut connection = connect(copy, key).map_err(|source| store_error(copy, source))?;
        transaction::write(copy, &mut connection, |connection| {
            for (register, year, last) in &self.numbers {
                let put = include_str!("queries/raise_number_last.sql");
                connection.execute(put, (register, year, last))?;
            }
            for (name, highest) in [(CASE_KEYS, self.keys.0), (ENTRY_KEYS, self.keys.1)] {
                raise_keys(connection, name, Some(highest))?;
            }
            for draft in &self.drafts {
                let take_over = include_str!("queries/take_over_draft.sql");
                connection.execute(take_over, params_from_iter(draft))?;
            }
            Ok(())
        })?;
        connection
            .close()
            .map_err(|(_, source)| store_error(copy, source))
    }
}

/// The highest key that was given, also before an earlier copy was put back.
fn highest(connection: &Connection, query: &str, name: &str) -> i64 {
    let stands = connection.query_row(query, [], |row| row.get(0));
    let known = meta::read(connection, name).ok().flatten();
    let known = known.and_then(|known| known.parse().ok());
    stands.unwrap_or(0).max(known.unwrap_or(0))
}

/// Sees to it that no key up to this one is given again, where one is known.
pub(super) fn raise_keys(
    connection: &Connection,
    name: &str,
    last: Option<i64>,
) -> rusqlite::Result<()> {
    let known = meta::read(connection, name)?;
    let known = known.and_then(|known| known.parse().ok()).unwrap_or(0);
    match last.filter(|last| *last > known) {
        Some(last) => meta::put(connection, name, &last.to_string()),
        None => Ok(()),
    }
}

/// The rows that can be read.
fn rows<T>(
    connection: &Connection,
    query: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Vec<T> {
    let Ok(mut statement) = connection.prepare(query) else {
        return Vec::new();
    };
    let rows = statement.query_map([], read);
    rows.map_or_else(|_| Vec::new(), |rows| rows.map_while(Result::ok).collect())
}
