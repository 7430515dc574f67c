UPDATE OR IGNORE entry SET id = ?2 WHERE key = ?1
