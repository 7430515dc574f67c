SELECT version, CAST(state AS BLOB) FROM case_file WHERE key = ?1
