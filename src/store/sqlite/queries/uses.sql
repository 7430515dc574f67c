SELECT part.atom, count(DISTINCT case_file.key)
FROM case_file, json_tree(case_file.state, ?2) AS part
WHERE case_file.register = ?1 AND part.type = 'text' GROUP BY part.atom
