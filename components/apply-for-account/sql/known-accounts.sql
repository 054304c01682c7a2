SELECT id AS user_id, login_id, name, kana_key, status = 'active' AS active
  FROM users
 WHERE login_id IN (SELECT value FROM json_each(?2)) AND organization_id = ?1
 ORDER BY id
 LIMIT 200
