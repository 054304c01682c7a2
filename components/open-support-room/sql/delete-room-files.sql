DELETE FROM room_files WHERE room_id = ?1
