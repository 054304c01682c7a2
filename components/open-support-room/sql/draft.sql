SELECT content, updated_at FROM application_drafts WHERE user_id = ?1 AND form = ?2
