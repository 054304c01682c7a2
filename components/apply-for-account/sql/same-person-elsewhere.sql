SELECT o.name AS organization_name
  FROM users u JOIN organizations o ON o.id = u.organization_id
 WHERE u.name_key = ?1 AND u.kana_key = ?2 AND u.status = 'active' AND u.organization_id <> ?3
 ORDER BY u.id
 LIMIT 1
