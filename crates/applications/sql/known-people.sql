-- The accounts in use that a form names, by number or by login ID.
SELECT u.id AS user_id, u.login_id, u.name, u.organization_id, o.name AS organization_name,
       EXISTS (SELECT 1 FROM organization_managers m
                WHERE m.user_id = u.id AND m.organization_id = u.organization_id AND m.until IS NULL) AS is_manager
  FROM users u JOIN organizations o ON o.id = u.organization_id
 WHERE u.status = 'active'
   AND (u.id IN (SELECT value FROM json_each(?1)) OR u.login_id IN (SELECT value FROM json_each(?2)))
 LIMIT 400
