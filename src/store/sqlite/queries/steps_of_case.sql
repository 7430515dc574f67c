SELECT version, case_key, changes FROM revision WHERE case_key = ?1 AND entry_key IS NULL ORDER BY sequence
