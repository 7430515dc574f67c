//! What a file keeps about itself, by name: how its derived tables were made, which teams a vault holds.

use rusqlite::{Connection, OptionalExtension};

/// The value under this name.
pub(super) fn read(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached(include_str!("queries/meta.sql"))?
        .query_row([name], |row| row.get(0))
        .optional()
}

/// Writes the value under this name.
pub(super) fn put(connection: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached(include_str!("queries/put_meta.sql"))?
        .execute([name, value])?;
    Ok(())
}
