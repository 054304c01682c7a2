INSERT INTO registrants (name, name_key, kana, kana_key, birth_date, postal_code, address, phone, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
RETURNING id
