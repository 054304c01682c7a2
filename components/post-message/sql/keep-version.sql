INSERT INTO message_versions (message_id, at, body)
SELECT id, coalesce(edited_at, at), body FROM messages WHERE id = ?1
    ON CONFLICT (message_id, at) DO NOTHING
