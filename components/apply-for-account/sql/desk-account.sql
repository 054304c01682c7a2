SELECT u.id AS user_id, u.login_id, n.id AS notice_id FROM users u JOIN notices n ON n.user_id = u.id WHERE u.id = ?1 ORDER BY n.id LIMIT 1
