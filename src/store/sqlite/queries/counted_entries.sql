SELECT key, packed FROM counted_entries WHERE register = ?1 ORDER BY key
