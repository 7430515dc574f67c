-- The full-text index made anew, of which words are taken out by marking them as gone: they go when the index merges its
-- parts. Taking them out at once ('secure-delete') took longer the more cases there were, and hid nothing: what a case said
-- before stands in its history. Only when a field may no longer be searched must nothing of it stay, and then the index is
-- made anew as a whole. Ranking is never asked for, so that the length of every text need not be kept.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    text,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3',
    columnsize = 0
);

-- The words of the cases that are here are put in it on opening.
DELETE FROM meta WHERE name LIKE 'derived:%';
