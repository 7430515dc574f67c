UPDATE OR IGNORE case_file SET id = ?2, register = ?3, number = ?4 WHERE key = ?1
