-- The cases that are found by other words than they should be, and words of no case. Cases of registers that are not
-- compared are passed over.
SELECT key FROM (
    SELECT rowid AS key, text FROM main.search
    WHERE rowid NOT IN (SELECT key FROM case_file WHERE register NOT IN (SELECT register FROM temp.compared))
    EXCEPT SELECT rowid, text FROM temp.search
)
UNION
SELECT key FROM (
    SELECT rowid AS key, text FROM temp.search
    EXCEPT SELECT rowid, text FROM main.search
)
