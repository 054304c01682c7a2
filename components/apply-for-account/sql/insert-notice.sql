INSERT INTO notices (user_id, device_id, application_id, due_on, created_at) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id
