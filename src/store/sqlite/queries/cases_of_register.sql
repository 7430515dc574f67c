-- The plus keeps SQLite from the index on numbers: a file holds one to three registers, and the table itself is already
-- in the order of the keys.
SELECT key, id, register, number, version, state FROM case_file WHERE +register = ?1 ORDER BY key
