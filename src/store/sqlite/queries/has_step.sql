SELECT 1 FROM revision WHERE sequence = ?1
