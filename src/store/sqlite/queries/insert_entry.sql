-- A key that was given is never given again, also where a copy was put back in which it was not given yet.
INSERT INTO entry (key, id, case_key, kind, happened, version, state, about)
VALUES (
    1 + max(
        ifnull((SELECT max(key) FROM entry), 0),
        ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'keys:entry'), 0)
    ),
    ?1, ?2, ?3, ?4, ?5, ?6, ?7
)
