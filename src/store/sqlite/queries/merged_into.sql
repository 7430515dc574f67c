-- Also what was merged into a case that was itself merged later.
WITH RECURSIVE merged (key, id) AS (
    SELECT key, id FROM case_file WHERE merged_into = ?1
    UNION
    SELECT case_file.key, case_file.id FROM merged JOIN case_file ON case_file.merged_into = merged.id
)
SELECT key, id, register, number, version, state FROM case_file
WHERE key IN (SELECT key FROM merged) ORDER BY key
