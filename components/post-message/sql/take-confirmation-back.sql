UPDATE message_confirmations SET confirmed_at = NULL WHERE message_id = ?1 AND user_id = ?2
