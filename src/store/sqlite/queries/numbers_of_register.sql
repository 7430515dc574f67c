SELECT number, key FROM case_file WHERE register = ?1 ORDER BY number
