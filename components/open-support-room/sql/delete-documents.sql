DELETE FROM documents WHERE room_id = ?1
