INSERT INTO application_drafts (user_id, form, content, updated_at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (user_id, form) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at
