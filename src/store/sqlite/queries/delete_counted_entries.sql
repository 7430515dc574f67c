DELETE FROM counted_entries WHERE key = ?1
