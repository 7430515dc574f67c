SELECT key, id, case_key, version, state FROM entry WHERE key = ?1
