SELECT u.id AS user_id, u.name, u.kana, u.profession, o.name AS organization_name
  FROM users u JOIN organizations o ON o.id = u.organization_id
 WHERE u.id IN (SELECT value FROM json_each(?1)) AND u.status = 'active' AND u.desk IS NULL
 LIMIT 100
