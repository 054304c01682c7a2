SELECT content FROM document_file_chunks WHERE file_id = ?1 AND number = ?2
