SELECT 1 FROM case_file WHERE id = ?1
