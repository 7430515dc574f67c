SELECT key, id FROM case_file INDEXED BY sqlite_autoindex_case_file_1 ORDER BY id ASC
