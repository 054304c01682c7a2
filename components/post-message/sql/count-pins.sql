SELECT count(*) AS pins FROM messages WHERE room_id = ?1 AND pinned_at IS NOT NULL
