DELETE FROM care_document_reads WHERE document_id IN (SELECT id FROM care_documents WHERE room_id = ?1)
