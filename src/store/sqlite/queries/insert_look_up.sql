INSERT INTO look_up (recorded, actor, cases) VALUES (?1, ?2, ?3)
