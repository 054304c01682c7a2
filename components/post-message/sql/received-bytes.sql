SELECT coalesce(sum(bytes), 0) AS received FROM file_chunks WHERE file_id = ?1
