SELECT id AS user_id, name, login_id, stopped_at
  FROM users
 WHERE login_id IN (SELECT value FROM json_each(?1)) AND stopped_by_application_id = ?2 AND stopped_at IS NOT NULL
 ORDER BY id
 LIMIT 100
