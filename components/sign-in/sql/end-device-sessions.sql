UPDATE sessions SET ended_at = ?3 WHERE user_id = ?1 AND device_id = ?2 AND ended_at IS NULL
