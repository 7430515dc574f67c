SELECT sequence, operation, version, recorded, actor, reason, changes, entry_key
FROM revision WHERE case_key = ?1 ORDER BY sequence DESC
