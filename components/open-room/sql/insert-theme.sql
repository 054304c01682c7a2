INSERT INTO room_themes (name, name_key, position, created_at)
VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM room_themes), ?3)
RETURNING id AS theme_id
