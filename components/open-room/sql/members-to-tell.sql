SELECT user_id FROM room_members WHERE room_id = ?1 AND until IS NULL LIMIT 10000
