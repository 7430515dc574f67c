DELETE FROM place WHERE case_key = ?1
