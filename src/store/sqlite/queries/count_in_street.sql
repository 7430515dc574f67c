-- How much is in the street, by its name or by a postcode, and is not at the address itself.
SELECT count(*)
FROM case_file
WHERE key IN (
    SELECT case_key FROM place WHERE street = ?3 AND ?3 <> ''
    UNION ALL
    SELECT case_key FROM place WHERE postcode = ?1 AND ?1 <> ''
)
AND key NOT IN (
    SELECT case_key FROM place WHERE postcode = ?1 AND place.number = ?2 AND ?1 <> ''
    UNION ALL
    SELECT case_key FROM place
    WHERE street = ?3 AND place.number = ?2 AND ?3 <> '' AND (postcode = '' OR ?1 = '')
)
