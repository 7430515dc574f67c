-- The entries of which only the history is left.
SELECT DISTINCT entry_key FROM revision
WHERE entry_key IS NOT NULL AND entry_key NOT IN (SELECT key FROM entry) ORDER BY entry_key
