SELECT u.id AS user_id, u.login_id, n.device_id, n.id AS notice_id, u.first_login_at IS NOT NULL AS was_here
  FROM users u JOIN notices n ON n.user_id = u.id
 WHERE u.desk = 'city'
 ORDER BY u.id, n.id
 LIMIT 1
