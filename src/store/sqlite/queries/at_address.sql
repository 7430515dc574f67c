-- Who calls does not always know the postcode: where it is missing on either side, the street decides.
SELECT key, id, register, case_file.number, version, state
FROM case_file
WHERE key IN (
    SELECT case_key FROM place WHERE postcode = ?1 AND place.number = ?2 AND ?1 <> ''
    UNION ALL
    SELECT case_key FROM place
    WHERE street = ?3 AND place.number = ?2 AND ?3 <> '' AND (postcode = '' OR ?1 = '')
)
ORDER BY key DESC
