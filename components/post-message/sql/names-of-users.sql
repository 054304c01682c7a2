SELECT count(*) AS people, max(n.id) AS last_id, json_group_array(json_object('name', n.name, 'kana', n.kana)) AS names
  FROM (SELECT id, name, kana FROM users WHERE status = 'active' AND id > ?1 ORDER BY id LIMIT 5000) n
