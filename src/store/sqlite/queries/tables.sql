SELECT count(*), count(*) FILTER (WHERE name IN ('case_file', 'meta')) FROM sqlite_schema WHERE type = 'table'
