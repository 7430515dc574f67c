-- As the search in every register, of one.
SELECT key, id, register, number, version, state
FROM search CROSS JOIN case_file ON case_file.key = search.rowid
WHERE search MATCH ?1 AND register = ?2 ORDER BY search.rowid DESC LIMIT ?3
