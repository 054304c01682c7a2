SELECT id, password_hash, locked_until, status = 'active' AS active, epoch FROM users WHERE login_id = ?1
