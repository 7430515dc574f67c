SELECT case_file.key, case_file.id, case_file.register, case_file.number, case_file.version, case_file.state,
       entry.key, entry.id, entry.case_key, entry.version, entry.state
FROM entry JOIN case_file ON case_file.key = entry.case_key
WHERE entry.about = ?1 ORDER BY entry.happened DESC, entry.key DESC
