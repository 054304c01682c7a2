INSERT INTO message_drafts (room_id, user_id, content, updated_at) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (room_id, user_id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at
