SELECT id FROM tags WHERE name_key = ?1 AND retired_at IS NULL
