-- The same of addresses.
SELECT case_key FROM (
    SELECT case_key, field, postcode, number, street FROM main.place
    WHERE case_key NOT IN (SELECT key FROM case_file WHERE register NOT IN (SELECT register FROM temp.compared))
    EXCEPT SELECT case_key, field, postcode, number, street FROM temp.place
)
UNION
SELECT case_key FROM (
    SELECT case_key, field, postcode, number, street FROM temp.place
    EXCEPT SELECT case_key, field, postcode, number, street FROM main.place
)
