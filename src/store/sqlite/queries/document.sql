SELECT content FROM document WHERE entry_key = ?1
