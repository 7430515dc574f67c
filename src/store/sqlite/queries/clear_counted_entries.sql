DELETE FROM counted_entries WHERE register = ?1
