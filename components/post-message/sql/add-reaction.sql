INSERT INTO message_reactions (message_id, reaction, user_id, at) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (message_id, reaction, user_id) DO NOTHING
