UPDATE mail_files SET media_type = ?2 WHERE id = ?1 AND is_sent = 0
