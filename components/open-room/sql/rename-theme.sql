UPDATE room_themes SET name = ?2, name_key = ?3 WHERE id = ?1
