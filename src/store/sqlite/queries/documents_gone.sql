-- The cases with an entry of this kind, which holds a document, without one.
SELECT case_key FROM entry LEFT JOIN document ON document.entry_key = entry.key
WHERE entry.kind = ?1 AND document.entry_key IS NULL ORDER BY case_key
