-- Every register that the file holds cases of, or was ever opened for: behind `derived:` stands its id.
SELECT register FROM case_file
UNION
SELECT substr(name, 9) FROM meta WHERE name LIKE 'derived:%'
ORDER BY 1
