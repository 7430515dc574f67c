SELECT entry.case_key, max(date(entry.happened))
FROM entry JOIN case_file ON case_file.key = entry.case_key
WHERE case_file.register = ?1
  AND entry.kind NOT IN (SELECT value FROM json_each(?2))
  AND json_extract(entry.state, '$.withdrawn') IS NOT TRUE
GROUP BY entry.case_key
