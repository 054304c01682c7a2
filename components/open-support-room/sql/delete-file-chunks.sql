DELETE FROM file_chunks WHERE file_id IN (SELECT id FROM room_files WHERE room_id = ?1)
