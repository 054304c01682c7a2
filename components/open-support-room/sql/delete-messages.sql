DELETE FROM messages WHERE room_id = ?1
