DELETE FROM visits WHERE room_id = ?1
