UPDATE users SET password_hash = ?2, password_set_at = ?3 WHERE id = ?1
