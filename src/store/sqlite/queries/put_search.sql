INSERT OR REPLACE INTO search (rowid, text) VALUES (?1, ?2)
