SELECT EXISTS (SELECT 1 FROM case_file WHERE register = ?1)
