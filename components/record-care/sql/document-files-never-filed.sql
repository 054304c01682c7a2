SELECT id FROM document_files WHERE document_id IS NULL AND created_at < ?1 ORDER BY created_at LIMIT 5
