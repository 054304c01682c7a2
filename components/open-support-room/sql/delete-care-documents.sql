DELETE FROM care_documents WHERE room_id = ?1
