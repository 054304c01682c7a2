UPDATE rooms SET content_deleted_at = ?2 WHERE id = ?1
