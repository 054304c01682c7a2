SELECT id FROM messages WHERE room_id = ?1 AND pinned_at IS NOT NULL ORDER BY pinned_at LIMIT 20
