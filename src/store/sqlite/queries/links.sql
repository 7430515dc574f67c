SELECT entry.state, register, number FROM entry JOIN case_file ON case_file.key = entry.case_key
WHERE kind = ?1 AND about IS NOT NULL ORDER BY entry.key
