-- What is derived is made anew when the file is opened.
UPDATE meta SET value = '' WHERE name LIKE 'derived:%'
