-- The cases of one team. Every register shares these tables: what differs between registers is data in `state`, so that
-- a new register, or another municipality, needs no migration.

-- A case as it is now. The state is JSON that explains itself and can be read without the definition it was made with.
CREATE TABLE case_file (
    -- Small, for columns in memory and for the tables below; it means nothing outside this file.
    key      INTEGER PRIMARY KEY,
    -- The identity outside this file.
    id       TEXT    NOT NULL UNIQUE,
    register TEXT    NOT NULL,
    -- The number people call it by. Two registers of one team may number alike.
    number   TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    state    TEXT    NOT NULL,
    UNIQUE (register, number)
) STRICT;

-- What belongs to the timeline of a case: a contact, a measure, a decision. Apart from the case, because it grows with
-- every phone call while the case itself stays small.
CREATE TABLE entry (
    key      INTEGER PRIMARY KEY,
    id       TEXT    NOT NULL UNIQUE,
    case_key INTEGER NOT NULL REFERENCES case_file (key),
    kind     TEXT    NOT NULL,
    happened TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    state    TEXT    NOT NULL
) STRICT;

CREATE INDEX entry_of_case ON entry (case_key, happened);

-- Every change ever made, with what was there before and after. AUTOINCREMENT, because a sequence that was handed out
-- must never come back: other windows ask for what was written after a sequence they know.
CREATE TABLE revision (
    sequence  INTEGER PRIMARY KEY AUTOINCREMENT,
    operation TEXT    NOT NULL,
    case_key  INTEGER NOT NULL REFERENCES case_file (key),
    entry_key INTEGER REFERENCES entry (key),
    version   INTEGER NOT NULL,
    -- UTC with nine decimals: all of one length, so that text order is time order.
    recorded  TEXT    NOT NULL,
    actor     TEXT    NOT NULL,
    reason    TEXT,
    changes   TEXT    NOT NULL
) STRICT;

CREATE INDEX revision_of_case ON revision (case_key, sequence);

-- What is counted of a case, packed in a few bytes. A narrow table of its own, because figures read all of it: a million
-- rows take a moment here, and seconds from the JSON of the cases.
CREATE TABLE counted (
    key      INTEGER PRIMARY KEY REFERENCES case_file (key),
    register TEXT    NOT NULL,
    packed   BLOB    NOT NULL
) STRICT;

-- The codes that stand in `packed`. A dictionary that only grows, because a definition may reorder its choices.
CREATE TABLE code (
    register TEXT    NOT NULL,
    field    TEXT    NOT NULL,
    code     INTEGER NOT NULL,
    choice   TEXT    NOT NULL,
    PRIMARY KEY (register, field, code),
    UNIQUE (register, field, choice)
) STRICT, WITHOUT ROWID;

-- The last number that was handed out, so that a number of a case that is gone is never given to another.
CREATE TABLE number_series (
    register TEXT    NOT NULL,
    year     INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    PRIMARY KEY (register, year)
) STRICT, WITHOUT ROWID;

-- What this file knows about itself: how its derived tables were made, and which teams a vault holds.
CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
