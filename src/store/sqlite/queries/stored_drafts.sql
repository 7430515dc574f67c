SELECT id, CAST(content AS BLOB) FROM draft ORDER BY id
