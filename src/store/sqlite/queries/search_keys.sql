SELECT key FROM search CROSS JOIN case_file ON case_file.key = search.rowid
WHERE search MATCH ?1 AND register = ?2
