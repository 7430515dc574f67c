SELECT recorded, actor, cases FROM look_up ORDER BY sequence DESC LIMIT ?1
