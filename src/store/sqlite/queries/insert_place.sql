INSERT INTO place (case_key, field, postcode, number, street) VALUES (?1, ?2, ?3, ?4, ?5)
