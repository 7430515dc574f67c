SELECT 1 FROM case_file WHERE key = ?1
