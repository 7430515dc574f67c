INSERT OR IGNORE INTO case_file (key, id, register, number, version, state, merged_into) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
