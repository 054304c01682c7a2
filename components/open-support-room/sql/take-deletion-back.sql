UPDATE rooms SET deletion_requested_at = NULL, deletion_requested_by_user_id = NULL WHERE id = ?1
