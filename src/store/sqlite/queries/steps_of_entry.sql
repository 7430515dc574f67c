SELECT version, case_key, changes FROM revision WHERE entry_key = ?1 ORDER BY sequence
