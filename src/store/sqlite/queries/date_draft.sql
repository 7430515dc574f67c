UPDATE draft SET saved = ?2 WHERE id = ?1
