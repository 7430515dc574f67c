INSERT INTO counted_entries (key, register, packed) VALUES (?1, ?2, ?3)
ON CONFLICT (key) DO UPDATE SET packed = excluded.packed
