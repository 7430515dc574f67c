INSERT INTO shared_record (kind, id, version, content) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, content = excluded.content
