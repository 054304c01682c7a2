DELETE FROM vital_points WHERE room_id = ?1
