INSERT INTO task (case_key, source, shown_from, due_day, due_time, owner, priority, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
