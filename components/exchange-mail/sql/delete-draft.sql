DELETE FROM mail_drafts WHERE id = ?1
