DELETE FROM case_file WHERE key = ?1
