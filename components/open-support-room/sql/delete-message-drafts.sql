DELETE FROM message_drafts WHERE room_id = ?1
