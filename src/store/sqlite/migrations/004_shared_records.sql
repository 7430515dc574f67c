-- What a municipality keeps beside cases, for everybody to see: a figure of a year, a list that was adopted. What each of
-- them is stands in its content, JSON that explains itself, so that a new kind needs no migration.

-- A thing as it is now; without content it was taken back.
CREATE TABLE shared_record (
    kind    TEXT    NOT NULL,
    id      TEXT    NOT NULL,
    version INTEGER NOT NULL,
    content TEXT,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Everything it ever was. What it was before a revision stands in the one before it.
CREATE TABLE shared_revision (
    sequence  INTEGER PRIMARY KEY AUTOINCREMENT,
    operation TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    id        TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    recorded  TEXT    NOT NULL,
    actor     TEXT    NOT NULL,
    reason    TEXT,
    content   TEXT,
    UNIQUE (kind, id, version)
) STRICT;
