DELETE FROM revision WHERE entry_key = ?1
