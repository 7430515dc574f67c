//! Entries and documents that belong to nothing, not even to a history: they are taken out of the file, and kept.

use rusqlite::Connection;

use super::mended::Mended;

/// Takes out of the file what belongs to nothing.
pub(super) fn mend(connection: &Connection, mended: &mut Mended) -> rusqlite::Result<()> {
    let entries = read(
        connection,
        include_str!("../queries/entries_of_nothing.sql"),
    )?;
    for (key, state) in entries {
        mended.keep(format!("entry-{key}.json"), state);
        connection.execute(include_str!("../queries/delete_entry.sql"), [key])?;
    }
    let documents = read(
        connection,
        include_str!("../queries/documents_of_nothing.sql"),
    )?;
    for (key, content) in documents {
        mended.keep(format!("document-{key}"), content);
        connection.execute(include_str!("../queries/delete_document.sql"), [key])?;
    }
    Ok(())
}

fn read(connection: &Connection, query: &str) -> rusqlite::Result<Vec<(i64, Vec<u8>)>> {
    let mut statement = connection.prepare(query)?;
    let read = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    read.collect()
}
