-- What was derived of a case that is not there, or of one of another register.
DELETE FROM counted
WHERE NOT EXISTS (SELECT 1 FROM case_file WHERE case_file.key = counted.key AND case_file.register = counted.register);
DELETE FROM counted_entries
WHERE NOT EXISTS (
    SELECT 1 FROM case_file WHERE case_file.key = counted_entries.key AND case_file.register = counted_entries.register
);
DELETE FROM place WHERE case_key NOT IN (SELECT key FROM case_file);
DELETE FROM task WHERE case_key NOT IN (SELECT key FROM case_file);
DELETE FROM search WHERE rowid NOT IN (SELECT key FROM case_file)
