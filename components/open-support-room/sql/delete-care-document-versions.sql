DELETE FROM care_document_versions WHERE room_id = ?1
