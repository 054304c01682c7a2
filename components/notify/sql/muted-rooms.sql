SELECT room_id FROM muted_rooms WHERE user_id = ?1 ORDER BY room_id LIMIT 1000
