SELECT id AS theme_id, name, retired_at
  FROM room_themes
 WHERE retired_at IS NULL OR ?1
 ORDER BY position, id
 LIMIT 200
