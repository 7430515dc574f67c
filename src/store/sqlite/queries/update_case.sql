UPDATE case_file SET version = ?2, state = ?3, merged_into = ?4 WHERE key = ?1
