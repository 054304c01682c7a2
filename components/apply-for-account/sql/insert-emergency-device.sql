INSERT INTO devices (user_id, asset_number, kind, created_at, valid_until) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id
