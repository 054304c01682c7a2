UPDATE broken_glass SET reason = '' WHERE room_id = ?1
