INSERT INTO document (entry_key, content) VALUES (?1, ?2)
