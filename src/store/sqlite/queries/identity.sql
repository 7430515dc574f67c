SELECT id, register FROM case_file WHERE key = ?1
