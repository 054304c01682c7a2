DELETE FROM message_tags WHERE message_id IN (SELECT id FROM messages WHERE room_id = ?1)
