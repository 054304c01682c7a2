SELECT name FROM users WHERE id = ?1 AND desk = ?2 AND status = 'active'
