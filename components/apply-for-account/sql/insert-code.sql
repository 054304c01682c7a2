INSERT INTO authentication_codes (user_id, device_id, notice_id, digest, issued_at, expires_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
