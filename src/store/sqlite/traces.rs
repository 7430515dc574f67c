//! What the indexes of a file say of cases, entries and steps: an index lies on other pages than its table, and may be whole
//! where that is damaged.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

/// What is known of a file beside its rows.
#[derive(Default)]
pub(super) struct Traces {
    /// The identities of the cases, by their keys.
    pub case_ids: BTreeMap<i64, String>,
    /// Their registers and numbers.
    pub case_names: BTreeMap<i64, (String, String)>,
    /// The identities of the entries.
    pub entry_ids: BTreeMap<i64, String>,
    /// Every step in the history, with the case on whose timeline it was made.
    pub steps: BTreeMap<i64, i64>,
}

impl Traces {
    /// What can be read in the indexes of this file.
    pub fn of(connection: &Connection) -> Self {
        let mut traces = Self::default();
        both_ways(
            connection,
            include_str!("queries/trace_case_ids.sql"),
            |row| {
                traces.case_ids.insert(row.get(0)?, row.get(1)?);
                Ok(())
            },
        );
        both_ways(
            connection,
            include_str!("queries/trace_case_names.sql"),
            |row| {
                let name = (row.get(1)?, row.get(2)?);
                traces.case_names.insert(row.get(0)?, name);
                Ok(())
            },
        );
        both_ways(
            connection,
            include_str!("queries/trace_entry_ids.sql"),
            |row| {
                traces.entry_ids.insert(row.get(0)?, row.get(1)?);
                Ok(())
            },
        );
        both_ways(connection, include_str!("queries/trace_steps.sql"), |row| {
            traces.steps.insert(row.get(0)?, row.get(1)?);
            Ok(())
        });
        traces
    }

    /// The keys of the cases of which something is known.
    pub fn cases(&self) -> impl Iterator<Item = i64> {
        let mut keys: Vec<i64> = self.case_ids.keys().copied().collect();
        keys.extend(self.case_names.keys());
        keys.extend(self.steps.values());
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter()
    }
}

/// Reads what a query selects until it cannot be read further, and then from the other end.
fn both_ways(
    connection: &Connection,
    query: &str,
    mut visit: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
) {
    let mut read = |query: &str| -> rusqlite::Result<()> {
        let mut statement = connection.prepare(query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            // A row that makes no sense is passed over.
            visit(row).ok();
        }
        Ok(())
    };
    if read(query).is_err() {
        read(&query.replace("ASC", "DESC")).ok();
    }
}
