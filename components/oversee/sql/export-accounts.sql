SELECT u.id, json_array(u.login_id, u.name, u.kana, o.name, u.profession, u.profession_other, u.email, u.desk, u.created_at,
         u.first_login_at, u.stopped_at) AS cells
  FROM users u
  JOIN organizations o ON o.id = u.organization_id
 WHERE u.id > ?1
 ORDER BY u.id
 LIMIT ?2 + 0
