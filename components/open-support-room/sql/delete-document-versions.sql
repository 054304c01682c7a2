DELETE FROM document_versions WHERE room_id = ?1
