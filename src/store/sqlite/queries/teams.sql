-- Behind `team:` stands the id of a team that has a file.
SELECT substr(name, 6) FROM meta WHERE name LIKE 'team:%' ORDER BY name
