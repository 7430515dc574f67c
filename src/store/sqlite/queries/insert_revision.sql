INSERT INTO revision (operation, case_key, version, recorded, actor, reason, changes, entry_key, undoes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
