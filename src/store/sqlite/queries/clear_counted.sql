DELETE FROM counted WHERE register = ?1
