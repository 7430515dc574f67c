INSERT INTO draft (id, register, actor, saved, content) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (id) DO UPDATE SET saved = excluded.saved, content = excluded.content WHERE excluded.saved > saved
