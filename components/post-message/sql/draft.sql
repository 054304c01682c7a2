SELECT content FROM message_drafts WHERE room_id = ?1 AND user_id = ?2
