DELETE FROM document_files WHERE room_id = ?1
