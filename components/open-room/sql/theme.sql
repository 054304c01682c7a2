SELECT id AS theme_id, name, retired_at FROM room_themes WHERE id = ?1
