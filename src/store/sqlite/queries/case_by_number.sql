SELECT key, id, register, number, version, state FROM case_file WHERE register = ?1 AND number = ?2
