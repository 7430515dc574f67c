SELECT id, register, actor, saved, content FROM draft WHERE actor = ?1 ORDER BY saved DESC, id DESC
