SELECT last FROM number_series WHERE register = ?1 AND year = ?2
