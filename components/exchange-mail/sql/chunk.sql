SELECT content FROM mail_file_chunks WHERE file_id = ?1 AND number = ?2
