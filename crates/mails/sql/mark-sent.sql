UPDATE mail_files SET is_sent = 1, waits_since = NULL WHERE id IN (SELECT value FROM json_each(?1)) AND is_sent = 0
