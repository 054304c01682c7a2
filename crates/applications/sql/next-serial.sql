INSERT INTO receipt_serials (form, year, serial) VALUES (?1, ?2, 1)
ON CONFLICT (form, year) DO UPDATE SET serial = serial + 1
RETURNING serial
