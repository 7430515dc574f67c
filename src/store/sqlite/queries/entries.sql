SELECT entry.key, entry.id, entry.case_key, entry.version, entry.state, case_file.register
FROM entry JOIN case_file ON case_file.key = entry.case_key
WHERE entry.case_key = ?1 ORDER BY entry.happened DESC, entry.key DESC
