SELECT id FROM mail_drafts WHERE id = ?1 AND user_id = ?2
