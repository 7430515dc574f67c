SELECT DISTINCT key, id, register, case_file.number, version, state
FROM place JOIN case_file ON case_file.key = place.case_key
WHERE place.postcode = ?1 AND place.number = ?2 ORDER BY key DESC
