SELECT case_file.register, case_file.number
FROM revision JOIN case_file ON case_file.key = revision.case_key
WHERE revision.operation = ?1 ORDER BY revision.sequence LIMIT 1
