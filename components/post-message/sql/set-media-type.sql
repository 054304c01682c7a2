UPDATE room_files SET media_type = ?2 WHERE id = ?1
