SELECT register FROM counted WHERE key = ?1
