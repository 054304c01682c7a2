INSERT INTO password_history (user_id, set_at, hash) VALUES (?1, ?2, ?3)
