-- The cases of which only the history is left, or what stands on their timelines.
SELECT case_key FROM revision WHERE case_key NOT IN (SELECT key FROM case_file)
UNION
SELECT case_key FROM entry
WHERE case_key NOT IN (SELECT key FROM case_file)
  AND key IN (SELECT entry_key FROM revision)
ORDER BY 1
