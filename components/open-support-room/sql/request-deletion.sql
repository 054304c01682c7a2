UPDATE rooms SET deletion_requested_at = ?2, deletion_requested_by_user_id = ?3 WHERE id = ?1
