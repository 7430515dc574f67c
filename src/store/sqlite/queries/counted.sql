SELECT key, packed FROM counted WHERE register = ?1 ORDER BY key
