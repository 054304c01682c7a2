DELETE FROM measurements WHERE room_id = ?1
