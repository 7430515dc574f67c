INSERT INTO shared_revision (operation, kind, id, version, recorded, actor, reason, content)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
