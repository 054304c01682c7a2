DELETE FROM message_confirmations WHERE message_id IN (SELECT id FROM messages WHERE room_id = ?1)
