-- How many changes there are of each case. The timeline is a part of the case.
SELECT case_file.id, register, number, count(revision.sequence)
FROM case_file LEFT JOIN revision ON revision.case_key = case_file.key
GROUP BY case_file.key ORDER BY case_file.key
