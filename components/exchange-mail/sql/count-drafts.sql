SELECT count(*) AS drafts FROM mail_drafts WHERE user_id = ?1
