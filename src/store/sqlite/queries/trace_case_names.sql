SELECT key, register, number FROM case_file INDEXED BY sqlite_autoindex_case_file_2 ORDER BY register ASC, number ASC
