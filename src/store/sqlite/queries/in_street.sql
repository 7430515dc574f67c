SELECT DISTINCT key, id, register, case_file.number, version, state
FROM place JOIN case_file ON case_file.key = place.case_key
WHERE (place.street = ?1 AND ?1 <> '' OR place.postcode = ?2 AND ?2 <> '')
  AND NOT (place.postcode = ?2 AND place.number = ?3)
ORDER BY key DESC LIMIT ?4
