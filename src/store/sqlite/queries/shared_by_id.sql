SELECT kind, id, version, content FROM shared_record WHERE kind = ?1 AND id = ?2
