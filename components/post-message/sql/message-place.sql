SELECT id FROM messages WHERE id = ?2 AND room_id = ?1
