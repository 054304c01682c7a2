SELECT content FROM file_chunks WHERE file_id = ?1 AND number = ?2
