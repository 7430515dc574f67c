-- Dropping a table overwrites its pages with zeros, which taking out its rows one by one does not.
ALTER TABLE search RENAME TO search_before;
CREATE VIRTUAL TABLE search USING fts5 (
    text,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3',
    columnsize = 0
);
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
