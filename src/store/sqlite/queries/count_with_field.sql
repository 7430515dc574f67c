SELECT count(*) FROM case_file WHERE register = ?1 AND json_type(state, ?2) IS NOT NULL
