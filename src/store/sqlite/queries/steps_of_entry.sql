SELECT sequence, operation, version, recorded, actor, reason, changes, entry_key, undoes, case_key
FROM revision WHERE entry_key = ?1 ORDER BY sequence
