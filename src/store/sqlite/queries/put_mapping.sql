INSERT INTO mapping (register, name, headings, content, saved, actor) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (register, name) DO UPDATE
SET name = excluded.name, headings = excluded.headings, content = excluded.content, saved = excluded.saved,
    actor = excluded.actor
