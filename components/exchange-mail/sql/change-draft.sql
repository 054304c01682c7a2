UPDATE mail_drafts SET content = ?2, updated_at = ?3 WHERE id = ?1
