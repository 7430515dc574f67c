-- Search on the beginnings of words in what may be searched. It keeps its own copy of the text, because a definition may
-- declare a field sensitive later on: what must go from the index is then known from here, not from the definition.
CREATE VIRTUAL TABLE search USING fts5 (
    text,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

-- Words that are replaced leave the index itself too, as `secure_delete` does for all other tables.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

-- Forget how the derived tables were made: they are made again on opening, and the cases already here become findable.
DELETE FROM meta WHERE name LIKE 'derived:%';
