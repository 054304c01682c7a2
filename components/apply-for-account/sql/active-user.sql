SELECT id FROM users WHERE login_id = ?1 AND status = 'active'
