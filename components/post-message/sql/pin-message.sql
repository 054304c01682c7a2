UPDATE messages SET pinned_at = ?2, pinned_by_user_id = ?3 WHERE id = ?1
