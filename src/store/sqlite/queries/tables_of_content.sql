-- What is kept of the file itself and the words it is searched by follow from the rest; so do codes and numbers.
SELECT name FROM sqlite_schema
WHERE type = 'table' AND name NOT IN ('meta', 'code', 'number_series') AND name NOT LIKE 'search%'
    AND name NOT LIKE 'sqlite_%'
