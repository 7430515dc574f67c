INSERT INTO code (register, field, choice, code) VALUES (?1, ?2, ?3, ?4)
