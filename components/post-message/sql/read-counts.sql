SELECT id AS message_id, read_count FROM messages WHERE room_id = ?1 ORDER BY id DESC LIMIT 50
