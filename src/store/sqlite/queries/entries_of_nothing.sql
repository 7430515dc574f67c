-- What stands on the timeline of no case, with its document.
SELECT entry.key, CAST(entry.state AS BLOB)
FROM entry WHERE case_key NOT IN (SELECT key FROM case_file)
  AND key NOT IN (SELECT entry_key FROM revision WHERE entry_key IS NOT NULL)
ORDER BY entry.key
