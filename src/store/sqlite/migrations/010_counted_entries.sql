-- What is counted of the entries on the timeline of a case, packed in a few bytes. Apart from what is counted of the case:
-- most cases have no such entries, and a figure of cases never reads them.
CREATE TABLE counted_entries (
    key      INTEGER PRIMARY KEY REFERENCES case_file (key),
    register TEXT    NOT NULL,
    packed   BLOB    NOT NULL
) STRICT;

-- It is made on opening, from the timelines that are already here.
DELETE FROM meta WHERE name LIKE 'derived:%';
