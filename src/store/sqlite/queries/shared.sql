SELECT kind, id, version, content FROM shared_record WHERE kind = ?1 ORDER BY id
