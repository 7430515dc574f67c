DELETE FROM counted WHERE key = ?1
