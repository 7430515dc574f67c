//! Every write to a file: in one transaction, which the file counts.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::error::TransactionError;
use crate::store::error::StoreError;

/// The upper half of the `application_id` of our files: the letters PD.
const TAG: u32 = 0x5044_0000;

/// The number of the transaction that wrote a file last, which the file keeps in its `application_id`: the upper half says
/// that it is one of ours, the lower half counts. It stands in the first page, so that every transaction writes that page,
/// and it tells whether a write-ahead log goes on where a file stops. A copy of a file that has the same number must be the
/// same page for page, as the copies are that SQLite makes; one whose pages lie otherwise needs another number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WriteNumber(pub u32);

impl WriteNumber {
    /// Whether a version of the program wrote the file that counts.
    pub fn is_counted(self) -> bool {
        self.0 & 0xFFFF_0000 == TAG
    }

    /// The number of the next transaction. After the last one it begins anew.
    pub fn next(self) -> Self {
        match self.is_counted() {
            true => Self(TAG | (self.0 + 1) & 0xFFFF),
            false => Self(TAG),
        }
    }

    /// The number that a connection sees.
    pub fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let id = |row: &rusqlite::Row<'_>| row.get::<_, i32>(0);
        let number = connection.pragma_query_value(None, "application_id", id)?;
        Ok(Self(number.cast_unsigned()))
    }

    fn write(self, connection: &Connection) -> rusqlite::Result<()> {
        connection.pragma_update(None, "application_id", self.0.cast_signed())
    }
}

/// Writes in one transaction, or nothing. Nothing is written to a file but here.
pub(super) fn write<T>(
    file: &Path,
    connection: &mut Connection,
    write: impl FnOnce(&Connection) -> Result<T, TransactionError>,
) -> Result<T, StoreError> {
    written(connection, write, |_| true).map_err(|error| error.at(file))
}

/// The same, where nothing is written if `write` comes to nothing.
pub(super) fn write_if<T>(
    file: &Path,
    connection: &mut Connection,
    write: impl FnOnce(&Connection) -> Result<Option<T>, TransactionError>,
) -> Result<Option<T>, StoreError> {
    written(connection, write, Option::is_some).map_err(|error| error.at(file))
}

fn written<T>(
    connection: &mut Connection,
    write: impl FnOnce(&Connection) -> Result<T, TransactionError>,
    stands: impl FnOnce(&T) -> bool,
) -> Result<T, TransactionError> {
    // Whoever is going to write takes the write lock first, so that what is read cannot be overtaken.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let written = write(&transaction)?;
    if stands(&written) {
        WriteNumber::read(&transaction)?
            .next()
            .write(&transaction)?;
        transaction.commit()?;
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_goes_round_and_begins_where_nothing_was_counted() {
        let next = |number| WriteNumber(number).next().0;
        assert_eq!(next(0), 0x5044_0000);
        assert_eq!(next(0x5044_0000), 0x5044_0001);
        assert_eq!(next(0x5044_FFFF), 0x5044_0000);
        assert_eq!(next(0xFFFF_FFFF), 0x5044_0000);
    }
}
