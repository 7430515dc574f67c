UPDATE case_file SET version = ?2, state = ?3 WHERE key = ?1
