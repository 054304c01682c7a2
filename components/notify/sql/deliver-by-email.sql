INSERT INTO deliveries (user_id, channel, notification_id, created_at, due_at) VALUES (?1, ?2, ?3, ?4, ?5)
