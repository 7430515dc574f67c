INSERT OR IGNORE INTO entry (key, id, case_key, kind, happened, version, state, about) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
