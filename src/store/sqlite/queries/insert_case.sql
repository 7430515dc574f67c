INSERT INTO case_file (id, register, number, version, state) VALUES (?1, ?2, ?3, ?4, ?5)
