UPDATE users SET status = 'stopped', stopped_at = ?2, stopped_by_application_id = ?3, epoch = epoch + 1
 WHERE id = ?1 AND status = 'active'
