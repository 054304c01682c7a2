INSERT INTO organizations (name, name_key, kind, postal_code, address, phone, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
RETURNING id
