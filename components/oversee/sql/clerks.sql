SELECT id AS user_id, name
  FROM users
 WHERE desk = ?1 AND status = 'active'
 ORDER BY kana_key, id
 LIMIT 200
