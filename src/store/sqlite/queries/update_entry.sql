UPDATE entry SET version = ?2, happened = ?3, state = ?4, about = ?5, kind = ?6, case_key = ?7 WHERE key = ?1
