SELECT id AS tag_id, name, retired_at FROM tags WHERE id = ?1
