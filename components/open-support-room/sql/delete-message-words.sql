DELETE FROM message_words WHERE rowid IN (SELECT id FROM messages WHERE room_id = ?1)
