UPDATE takeovers SET finished_at = ?2 WHERE id = ?1
