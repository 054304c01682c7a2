DELETE FROM wrong_passwords WHERE user_id = ?1 AND failed_at < ?2
