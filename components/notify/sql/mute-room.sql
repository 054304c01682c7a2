INSERT OR IGNORE INTO muted_rooms (user_id, room_id) VALUES (?1, ?2)
