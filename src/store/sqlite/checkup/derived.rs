//! Whether the derived tables of a file are what the derivation would write now. It writes into tables of this connection
//! alone, which bear the same names and go before those of the file; then both are laid beside each other.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::found::Found;
use crate::register::CaseKey;
use crate::store::doctor::finding::FindingKind;
use crate::store::sqlite::derivation::Derivation;
use crate::store::sqlite::error::TransactionError;
use crate::store::sqlite::register::Register;
use crate::store::sqlite::stored;

/// What is compared, and the query that finds the cases of which it differs.
const COMPARED: [(FindingKind, &str); 4] = [
    (
        FindingKind::Counted,
        include_str!("../queries/differs_counted.sql"),
    ),
    (
        FindingKind::SearchText,
        include_str!("../queries/differs_search.sql"),
    ),
    (
        FindingKind::Place,
        include_str!("../queries/differs_places.sql"),
    ),
    (
        FindingKind::Task,
        include_str!("../queries/differs_tasks.sql"),
    ),
];

pub(super) fn check(
    connection: &Connection,
    registers: &[Register],
    found: &mut Found,
) -> Result<(), TransactionError> {
    connection.execute_batch(include_str!("../queries/derive_aside.sql"))?;
    let unreadable = derive(connection, registers, found)?;
    for (kind, query) in COMPARED {
        let mut statement = connection.prepare(query)?;
        let keys = statement.query_map([], |row| row.get(0).map(CaseKey))?;
        for key in keys {
            let key = key?;
            if !unreadable.contains(&key) {
                found.add(kind, key);
            }
        }
    }
    Ok(connection.execute_batch(include_str!("../queries/forget_aside.sql"))?)
}

/// Derives every case anew of the registers whose derived tables were made by their present definition: opening the file
/// makes the others anew by itself. Returns the cases that cannot be read.
fn derive(
    connection: &Connection,
    registers: &[Register],
    found: &mut Found,
) -> Result<BTreeSet<CaseKey>, TransactionError> {
    let mut unreadable = BTreeSet::new();
    for register in registers {
        let id = &register.definition.id;
        let Ok(mut derivation) = Derivation::begin(connection, register) else {
            found.add_many(FindingKind::Codes, 1);
            continue;
        };
        if !register.is_current(connection)? {
            continue;
        }
        connection.execute(include_str!("../queries/begin_aside.sql"), [id])?;
        let mut statement = connection.prepare(include_str!("../queries/keys_of_register.sql"))?;
        let keys = statement.query_map([id], |row| row.get(0).map(CaseKey))?;
        for key in keys {
            let key = key?;
            // Why it cannot be read is found in its history.
            let case = stored::case(connection, key);
            let kept = case.map_err(TransactionError::from).and_then(|case| {
                let kept = case.map(|case| derivation.keep(&case));
                kept.unwrap_or(Ok(()))
            });
            if kept.is_err() {
                unreadable.insert(key);
            }
        }
        derivation.finish()?;
    }
    Ok(unreadable)
}
