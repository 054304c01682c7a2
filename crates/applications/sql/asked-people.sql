SELECT u.id AS user_id, u.name, u.profession, o.name AS organization_name, u.status = 'active' AS is_active, u.login_id
  FROM users u JOIN organizations o ON o.id = u.organization_id
 WHERE u.id IN (SELECT value FROM json_each(?1)) OR u.login_id IN (SELECT value FROM json_each(?2))
 LIMIT 400
