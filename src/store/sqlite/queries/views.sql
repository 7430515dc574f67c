SELECT id, register, name, owner, shared, saved, content FROM view
WHERE owner = ?1 OR shared ORDER BY name COLLATE NOCASE, id
