SELECT count(*) FROM shared_revision
