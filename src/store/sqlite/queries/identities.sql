SELECT key, id, register, number, merged_into FROM case_file ORDER BY key
