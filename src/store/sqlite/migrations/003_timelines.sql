-- The timelines: what an entry holds beside its words, what it ties together, what is to be done, and what is typed and
-- not stored yet.

-- The case an entry ties its own case to, in whatever file that stands: for finding the tie from the other end.
ALTER TABLE entry ADD COLUMN about TEXT;
CREATE INDEX entry_about ON entry (about) WHERE about IS NOT NULL;

-- The document of an entry, apart from it so that a timeline is read without its documents.
CREATE TABLE document (
    entry_key INTEGER PRIMARY KEY REFERENCES entry (key),
    content   BLOB    NOT NULL
) STRICT;

-- Where a case is, for what is known at an address and in its street. Folded: no blanks in a postcode, no capitals.
CREATE TABLE place (
    case_key INTEGER NOT NULL REFERENCES case_file (key),
    field    TEXT    NOT NULL,
    postcode TEXT    NOT NULL,
    number   TEXT    NOT NULL,
    street   TEXT    NOT NULL,
    PRIMARY KEY (case_key, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX place_of_house ON place (postcode, number);
CREATE INDEX place_of_street ON place (street);

-- What is to be done in the cases that run. Derived, so that a list of work never reads the cases themselves.
CREATE TABLE task (
    case_key   INTEGER NOT NULL REFERENCES case_file (key),
    source     TEXT    NOT NULL,
    shown_from TEXT    NOT NULL,
    due_day    TEXT    NOT NULL,
    due_time   TEXT,
    owner      TEXT,
    priority   INTEGER NOT NULL,
    PRIMARY KEY (case_key, source)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_due ON task (due_day, due_time);

-- What somebody types in a form. It never counts and is never found; only who types it sees it.
CREATE TABLE draft (
    id       TEXT NOT NULL PRIMARY KEY,
    register TEXT NOT NULL,
    actor    TEXT NOT NULL,
    saved    TEXT NOT NULL,
    content  TEXT NOT NULL
) STRICT;

-- What stores a draft bears the name of the draft, so that one that is open in two windows is stored once.
CREATE INDEX revision_of_operation ON revision (operation);

-- Who asked for the details of cases that were found and not opened. Never what was searched for.
CREATE TABLE look_up (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    recorded TEXT NOT NULL,
    actor    TEXT NOT NULL,
    cases    TEXT NOT NULL
) STRICT;

-- Places and tasks are made on opening, from the cases that are already here.
DELETE FROM meta WHERE name LIKE 'derived:%';
