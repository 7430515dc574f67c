SELECT version, operation, recorded, actor, reason, content
FROM shared_revision WHERE kind = ?1 AND id = ?2 ORDER BY version DESC
