INSERT INTO temp.compared (register) VALUES (?1)
