UPDATE users SET first_login_at = coalesce(first_login_at, ?2) WHERE id = ?1
