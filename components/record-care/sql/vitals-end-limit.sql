UPDATE vital_limits SET ended_at = ?3 WHERE room_id = ?1 AND kind = ?2 AND ended_at IS NULL
