SELECT low, high FROM vital_limits WHERE room_id = ?1 AND kind = ?2 AND ended_at IS NULL
