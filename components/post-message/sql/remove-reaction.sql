DELETE FROM message_reactions WHERE message_id = ?1 AND reaction = ?2 AND user_id = ?3
