-- The first case that the action wrote on, unless the action was undone.
SELECT case_file.key, case_file.id, case_file.register, case_file.number, case_file.version, case_file.state
FROM revision JOIN case_file ON case_file.key = revision.case_key
WHERE revision.operation = ?1 AND NOT EXISTS (SELECT 1 FROM revision AS later WHERE later.undoes = ?1)
ORDER BY revision.sequence LIMIT 1
