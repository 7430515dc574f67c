SELECT id, saved, content FROM draft ORDER BY id
