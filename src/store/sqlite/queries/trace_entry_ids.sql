SELECT key, id FROM entry INDEXED BY sqlite_autoindex_entry_1 ORDER BY id ASC
