-- The same of what is to be done.
SELECT case_key FROM (
    SELECT case_key, source, shown_from, due_day, due_time, owner, priority, until FROM main.task
    WHERE case_key NOT IN (SELECT key FROM case_file WHERE register NOT IN (SELECT register FROM temp.compared))
    EXCEPT SELECT case_key, source, shown_from, due_day, due_time, owner, priority, until FROM temp.task
)
UNION
SELECT case_key FROM (
    SELECT case_key, source, shown_from, due_day, due_time, owner, priority, until FROM temp.task
    EXCEPT SELECT case_key, source, shown_from, due_day, due_time, owner, priority, until FROM main.task
)
