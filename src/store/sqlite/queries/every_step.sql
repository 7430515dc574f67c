SELECT sequence, operation, version, recorded, actor, reason, changes, entry_key, undoes, case_key
FROM revision ORDER BY sequence
