SELECT entry_key, content FROM document
WHERE entry_key NOT IN (SELECT key FROM entry)
  AND entry_key NOT IN (SELECT entry_key FROM revision WHERE entry_key IS NOT NULL)
ORDER BY entry_key
