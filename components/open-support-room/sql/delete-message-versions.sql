DELETE FROM message_versions WHERE message_id IN (SELECT id FROM messages WHERE room_id = ?1)
