UPDATE sessions SET ended_at = ?2 WHERE id = ?1 AND user_id = ?3 AND ended_at IS NULL
RETURNING id
