SELECT id FROM messages WHERE room_id = ?1 AND revision > ?2 ORDER BY revision LIMIT 101
