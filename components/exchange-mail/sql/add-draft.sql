INSERT INTO mail_drafts (user_id, content, updated_at) VALUES (?1, ?2, ?3) RETURNING id AS draft_id
