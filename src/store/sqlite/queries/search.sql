-- Newest first rather than by rank: ranking has to visit every hit. The cross join keeps the index on the outside.
SELECT key, id, register, number, version, state
FROM search CROSS JOIN case_file ON case_file.key = search.rowid
WHERE search MATCH ?1 ORDER BY search.rowid DESC LIMIT ?2
