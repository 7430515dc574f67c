-- FULL, because NORMAL loses acknowledged commits when the power fails. Deleted content is overwritten with zeros.
-- The cache is in KiB when negative: 64 MiB.
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA cache_size = -65536;
