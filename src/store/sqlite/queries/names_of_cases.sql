SELECT key, CAST(id AS BLOB), CAST(register AS BLOB), CAST(number AS BLOB) FROM case_file ORDER BY key
