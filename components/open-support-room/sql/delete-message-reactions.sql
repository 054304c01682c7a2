DELETE FROM message_reactions WHERE message_id IN (SELECT id FROM messages WHERE room_id = ?1)
