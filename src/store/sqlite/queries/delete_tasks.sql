DELETE FROM task WHERE case_key = ?1
