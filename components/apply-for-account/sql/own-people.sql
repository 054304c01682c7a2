SELECT login_id, name FROM users
 WHERE organization_id = ?1 AND status = 'active'
 ORDER BY kana_key, id
 LIMIT 1000
