UPDATE room_themes SET retired_at = ?2 WHERE id = ?1
