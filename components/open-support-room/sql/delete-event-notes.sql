UPDATE room_events SET note = NULL WHERE room_id = ?1 AND note IS NOT NULL
