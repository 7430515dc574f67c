-- How the derived tables were made, which are made anew.
DELETE FROM meta WHERE name LIKE 'derived:%'
