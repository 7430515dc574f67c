SELECT sequence, operation, version, recorded, actor, reason, changes, entry_key, undoes, case_key
FROM revision WHERE case_key = ?1 AND entry_key IS NULL ORDER BY sequence
