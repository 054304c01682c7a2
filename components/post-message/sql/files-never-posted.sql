SELECT id FROM room_files WHERE message_id IS NULL AND created_at < ?1 ORDER BY created_at LIMIT 5
