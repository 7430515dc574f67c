DELETE FROM view WHERE id = ?1 AND owner = ?2
