SELECT key, id, register, number, version, state FROM case_file WHERE id = ?1
