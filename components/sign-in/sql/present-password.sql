SELECT login_id, password_hash, locked_until FROM users WHERE id = ?1
