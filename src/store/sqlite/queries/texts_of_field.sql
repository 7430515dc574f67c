SELECT key, json_extract(state, ?2) FROM case_file
WHERE register = ?1 AND json_extract(state, ?2) IS NOT NULL
