DELETE FROM document_changes WHERE room_id = ?1
