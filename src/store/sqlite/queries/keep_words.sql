-- The words of every case that is not of the registers of which they are made anew.
INSERT INTO search (rowid, text)
SELECT search_before.rowid, text
FROM search_before JOIN case_file ON case_file.key = search_before.rowid
WHERE register NOT IN (SELECT value FROM json_each(?1))
ORDER BY search_before.rowid
