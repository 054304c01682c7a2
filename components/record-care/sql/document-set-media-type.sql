UPDATE document_files SET media_type = ?2 WHERE id = ?1 AND document_id IS NULL
