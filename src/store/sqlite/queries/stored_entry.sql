SELECT version, CAST(state AS BLOB) FROM entry WHERE key = ?1
