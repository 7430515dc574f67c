-- What makes a list, under a name: of one person, or shared by the team. The content is JSON as the desk writes it.
CREATE TABLE view (
    id       TEXT    NOT NULL PRIMARY KEY,
    register TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    owner    TEXT    NOT NULL,
    shared   INTEGER NOT NULL,
    saved    TEXT    NOT NULL,
    content  TEXT    NOT NULL
) STRICT;
