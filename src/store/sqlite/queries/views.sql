SELECT id, register, name, owner, shared, saved, content, kind FROM view
WHERE owner = ?1 OR shared ORDER BY name COLLATE NOCASE, id
