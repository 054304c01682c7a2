SELECT hash FROM password_history WHERE user_id = ?1 ORDER BY set_at DESC LIMIT 5
