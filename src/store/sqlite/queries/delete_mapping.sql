DELETE FROM mapping WHERE register = ?1 AND name = ?2
