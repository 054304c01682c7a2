DELETE FROM document_reads WHERE document_id IN (SELECT id FROM documents WHERE room_id = ?1)
