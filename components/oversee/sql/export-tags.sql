SELECT t.id, json_array(t.name, t.position, t.created_at, t.retired_at) AS cells
  FROM tags t
 WHERE t.id > ?1
 ORDER BY t.id
 LIMIT ?2 + 0
