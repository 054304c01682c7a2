INSERT INTO organization_managers (organization_id, name, kana, kana_key, email, phone, since)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
