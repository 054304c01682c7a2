-- A page of the names that the screening looks for (R27), as one JSON text.
SELECT count(*) AS people, max(n.id) AS last_id, json_group_array(json_object('name', n.name, 'kana', n.kana)) AS names
  FROM (SELECT id, name, kana FROM registrants WHERE deleted_at IS NULL AND id > ?1 ORDER BY id LIMIT 5000) n
