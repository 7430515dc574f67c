-- The plus keeps SQLite from the index on numbers, as for the cases themselves.
SELECT key FROM case_file WHERE +register = ?1 ORDER BY key
