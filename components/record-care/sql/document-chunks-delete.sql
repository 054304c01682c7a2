DELETE FROM document_file_chunks WHERE file_id IN (SELECT value FROM json_each(?1))
