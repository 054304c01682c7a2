SELECT u.id AS user_id, u.name, o.name AS organization_name, u.kana_key
  FROM json_each(?1) asked
 CROSS JOIN users u INDEXED BY users_in_directory ON u.kana_key = asked.value AND u.status = 'active' AND u.desk IS NULL
  JOIN organizations o ON o.id = u.organization_id
 ORDER BY u.kana_key, u.id
 LIMIT 200
