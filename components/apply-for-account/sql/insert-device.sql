INSERT INTO devices (user_id, asset_number, kind, created_at) VALUES (?1, ?2, ?3, ?4) RETURNING id
