UPDATE sessions SET locked_at = NULL WHERE id = ?1 AND ended_at IS NULL
