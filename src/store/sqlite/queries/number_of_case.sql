SELECT register, number FROM case_file WHERE key = ?1
