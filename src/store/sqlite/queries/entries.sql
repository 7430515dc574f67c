SELECT key, id, case_key, version, state FROM entry WHERE case_key = ?1 ORDER BY happened DESC, key DESC
