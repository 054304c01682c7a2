INSERT INTO broken_glass (room_id, user_id, reason, at, until) VALUES (?1, ?2, ?3, ?4, ?5)
