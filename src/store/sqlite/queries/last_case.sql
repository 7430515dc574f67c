-- The last key that was handed out.
SELECT ifnull(max(key), 0)
FROM case_file
