INSERT INTO view (id, register, name, owner, shared, saved, content, kind) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (id) DO UPDATE
SET name = excluded.name, shared = excluded.shared, saved = excluded.saved, content = excluded.content
WHERE owner = excluded.owner
