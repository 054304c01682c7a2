INSERT INTO message_confirmations (message_id, user_id, is_asked, confirmed_at) VALUES (?1, ?2, 0, ?3)
    ON CONFLICT (message_id, user_id) DO UPDATE SET confirmed_at = coalesce(confirmed_at, excluded.confirmed_at)
