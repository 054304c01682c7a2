DELETE FROM vital_limits WHERE room_id = ?1
