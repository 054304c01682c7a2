INSERT INTO rooms (kind, name, name_key, purpose, scope, theme_id, is_listed, created_at, silent_since)
VALUES ('collaboration', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
RETURNING id AS room_id
