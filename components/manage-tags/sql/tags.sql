SELECT id AS tag_id, name, retired_at
  FROM tags
 WHERE retired_at IS NULL OR ?1
 ORDER BY position, id
 LIMIT 500
