-- The day from which a task asks for nothing any more, because its case ended by itself.
ALTER TABLE task ADD COLUMN until TEXT;

-- Cases are prepared before they begin, and end by themselves: what is counted is made anew from the cases.
DELETE FROM meta WHERE name LIKE 'derived:%';
