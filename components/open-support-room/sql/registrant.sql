SELECT id AS registrant_id, name, kana, birth_date, postal_code, address, phone FROM registrants WHERE id = ?1
