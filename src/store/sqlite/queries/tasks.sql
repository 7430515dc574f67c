SELECT case_file.register, case_key, source, due_day, due_time, owner, priority
FROM task JOIN case_file ON case_file.key = case_key
WHERE case_file.register = ?1 AND shown_from <= ?2 AND (until IS NULL OR until > ?2)
ORDER BY due_day, due_time IS NULL, due_time, priority, case_key
