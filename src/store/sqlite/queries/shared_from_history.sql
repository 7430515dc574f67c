-- Every thing as its history says last.
INSERT INTO shared_record (kind, id, version, content)
SELECT kind, id, version, content FROM shared_revision AS last
WHERE version = (SELECT max(version) FROM shared_revision WHERE kind = last.kind AND id = last.id)
ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, content = excluded.content
WHERE excluded.version >= shared_record.version
