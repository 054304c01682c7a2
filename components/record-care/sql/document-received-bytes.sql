SELECT coalesce(sum(bytes), 0) AS received FROM document_file_chunks WHERE file_id = ?1
