-- A key that was given is never given again, also where a copy was put back in which it was not given yet.
INSERT INTO case_file (key, id, register, number, version, state)
VALUES (
    1 + max(
        ifnull((SELECT max(key) FROM case_file), 0),
        ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'keys:case'), 0)
    ),
    ?1, ?2, ?3, ?4, ?5
)
