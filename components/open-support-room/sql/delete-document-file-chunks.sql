DELETE FROM document_file_chunks WHERE file_id IN (SELECT id FROM document_files WHERE room_id = ?1)
