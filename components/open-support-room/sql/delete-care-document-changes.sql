DELETE FROM care_document_changes WHERE room_id = ?1
