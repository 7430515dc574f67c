//! The derived tables of a file, made anew from its cases.

use rusqlite::Connection;

use super::mended::Mended;
use crate::register::CaseKey;
use crate::store::sqlite::derivation::Derivation;
use crate::store::sqlite::error::TransactionError;
use crate::store::sqlite::register::Register;
use crate::store::sqlite::stored;

/// Derives every case of these registers anew. What is derived by another definition than the present one is made anew when
/// the file is opened.
pub(super) fn mend(
    connection: &Connection,
    registers: &[Register],
    mended: &Mended,
) -> Result<(), TransactionError> {
    let mut current = Vec::new();
    for register in registers {
        if register.codebook(connection).is_err() {
            let codes = include_str!("../queries/delete_codes.sql");
            connection.execute(codes, [&register.definition.id])?;
        }
        if register.is_current(connection)? {
            current.push(register);
        }
    }
    if mended.wrote {
        connection.execute(include_str!("../queries/outdate_derived.sql"), [])?;
    }
    connection.execute_batch(include_str!("../queries/delete_derived_of_nothing.sql"))?;
    for register in current {
        derive(connection, register)?;
        if mended.wrote {
            register.mark_current(connection)?;
        }
    }
    Ok(())
}

fn derive(connection: &Connection, register: &Register) -> Result<(), TransactionError> {
    let mut derivation = Derivation::begin(connection, register)?;
    let mut statement = connection.prepare(include_str!("../queries/keys_of_register.sql"))?;
    let keys = statement.query_map([&register.definition.id], |row| row.get(0).map(CaseKey))?;
    let keys: Vec<CaseKey> = keys.collect::<rusqlite::Result<_>>()?;
    for key in keys {
        // Of a case that cannot be read nothing can be derived.
        let Ok(Some(case)) = stored::case(connection, key) else {
            continue;
        };
        if stored::timeline(connection, key).is_ok() {
            match derivation.keep(&case) {
                Err(TransactionError::Failed(error)) => return Err(error.into()),
                // It has more choices than can be counted.
                Err(TransactionError::Refused(_)) | Ok(()) => {}
            }
        }
    }
    Ok(derivation.finish()?)
}
