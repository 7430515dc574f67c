INSERT INTO number_series (register, year, last) VALUES (?1, ?2, ?3)
ON CONFLICT (register, year) DO UPDATE SET last = max(last, excluded.last)
