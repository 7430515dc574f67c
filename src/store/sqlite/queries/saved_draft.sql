SELECT saved FROM draft WHERE id = ?1
