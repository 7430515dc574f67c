SELECT ifnull(max(key), 0) FROM case_file
