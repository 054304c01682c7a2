UPDATE room_files SET media_type = ?2 WHERE id = ?1 AND message_id IS NULL
