SELECT field, choice, code FROM code WHERE register = ?1 ORDER BY field, code
