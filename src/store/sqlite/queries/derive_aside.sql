-- Tables of this connection alone, which go before those of the file with the same names: what the derivation would write
-- now.
CREATE TEMP TABLE compared (register TEXT PRIMARY KEY);
CREATE TEMP TABLE counted (key INTEGER PRIMARY KEY, register TEXT, packed BLOB);
CREATE TEMP TABLE counted_entries (key INTEGER PRIMARY KEY, register TEXT, packed BLOB);
CREATE TEMP TABLE search (text TEXT);
CREATE TEMP TABLE place (
    case_key INTEGER, field TEXT, postcode TEXT, number TEXT, street TEXT,
    PRIMARY KEY (case_key, field)
) WITHOUT ROWID;
CREATE TEMP TABLE task (
    case_key INTEGER, source TEXT, shown_from TEXT, due_day TEXT, due_time TEXT, owner TEXT, priority INTEGER, until TEXT,
    PRIMARY KEY (case_key, source)
) WITHOUT ROWID;
CREATE TEMP TABLE code (register TEXT, field TEXT, code INTEGER, choice TEXT, UNIQUE (register, field, choice));
INSERT INTO temp.code (register, field, code, choice) SELECT register, field, code, choice FROM main.code;
