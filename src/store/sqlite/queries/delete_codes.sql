DELETE FROM code WHERE register = ?1
