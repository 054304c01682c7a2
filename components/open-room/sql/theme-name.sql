SELECT name FROM room_themes WHERE id = ?1
