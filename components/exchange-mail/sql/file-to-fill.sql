SELECT id, bytes, media_type, name FROM mail_files WHERE id = ?1 AND uploader_user_id = ?2 AND is_sent = 0
