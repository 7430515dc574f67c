DELETE FROM temp.compared WHERE register = ?1
