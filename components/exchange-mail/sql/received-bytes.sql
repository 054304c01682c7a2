SELECT coalesce(sum(bytes), 0) AS received FROM mail_file_chunks WHERE file_id = ?1
