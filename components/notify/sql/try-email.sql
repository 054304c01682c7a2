INSERT INTO deliveries (user_id, channel, created_at, due_at) VALUES (?1, 'email', ?2, ?2)
