UPDATE revision SET operation = ?2, recorded = ?3, actor = ?4, reason = ?5, undoes = ?6, changes = ?7 WHERE sequence = ?1
