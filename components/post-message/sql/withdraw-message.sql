UPDATE messages SET withdrawn_at = ?2, pinned_at = NULL, pinned_by_user_id = NULL WHERE id = ?1
