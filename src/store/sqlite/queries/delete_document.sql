DELETE FROM document WHERE entry_key = ?1
