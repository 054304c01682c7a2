INSERT INTO room_events (room_id, at, kind, user_id, actor_user_id, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
