-- What the columns and values of files mean that a team imports, under a name. Headings and content are JSON, which only the
-- import reads. Values may be names of people: so it stands in the file of the team.
CREATE TABLE mapping (
    register TEXT NOT NULL,
    name     TEXT NOT NULL COLLATE NOCASE,
    headings TEXT NOT NULL,
    content  TEXT NOT NULL,
    saved    TEXT NOT NULL,
    actor    TEXT NOT NULL,
    PRIMARY KEY (register, name)
) STRICT;
