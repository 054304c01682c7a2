DELETE FROM document_folders WHERE room_id = ?1
