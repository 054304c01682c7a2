INSERT INTO tags (name, name_key, position, created_at)
VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM tags), ?3)
RETURNING id AS tag_id
