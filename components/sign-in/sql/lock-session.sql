UPDATE sessions SET locked_at = coalesce(locked_at, ?2) WHERE id = ?1
