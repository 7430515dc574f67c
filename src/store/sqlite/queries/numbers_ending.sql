-- What is no case any more is not counted, and not found.
SELECT key, number FROM case_file
WHERE number LIKE ?1 AND EXISTS (SELECT 1 FROM counted WHERE counted.key = case_file.key)
