SELECT part.atom, count(DISTINCT case_file.key)
FROM entry JOIN case_file ON case_file.key = entry.case_key, json_tree(entry.state, ?3) AS part
WHERE case_file.register = ?1 AND entry.kind = ?2 AND part.type = 'text' GROUP BY part.atom
