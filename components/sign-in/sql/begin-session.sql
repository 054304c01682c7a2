INSERT INTO sessions (id, user_id, device_id, signed_in_at, expires_at, epoch) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
