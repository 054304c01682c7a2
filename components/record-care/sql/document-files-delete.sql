DELETE FROM document_files WHERE id IN (SELECT value FROM json_each(?1)) AND document_id IS NULL
