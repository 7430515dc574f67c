DELETE FROM place WHERE case_key IN (SELECT key FROM case_file WHERE register = ?1)
