-- What of a message decides whether it may be changed.
SELECT m.author_user_id, m.at, m.body, m.confirm, m.edited_at, m.withdrawn_at, m.pinned_at,
       EXISTS (SELECT 1 FROM room_files f WHERE f.message_id = m.id) AS has_files
  FROM messages m
 WHERE m.id = ?2 AND m.room_id = ?1
 LIMIT 1
