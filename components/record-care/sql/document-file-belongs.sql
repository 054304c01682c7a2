UPDATE document_files SET document_id = ?2 WHERE id = ?1 AND document_id IS NULL
