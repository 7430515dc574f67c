DELETE FROM revision WHERE case_key = ?1
