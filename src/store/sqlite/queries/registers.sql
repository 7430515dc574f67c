SELECT case_file.register, count(*), sum(
    (SELECT count(*) FROM entry WHERE entry.case_key = case_file.key)
)
FROM case_file GROUP BY case_file.register ORDER BY case_file.register
