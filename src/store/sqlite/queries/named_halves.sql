SELECT name, CAST(value AS BLOB) FROM meta WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name
