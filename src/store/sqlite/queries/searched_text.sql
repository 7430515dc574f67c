SELECT text FROM search WHERE rowid = ?1
