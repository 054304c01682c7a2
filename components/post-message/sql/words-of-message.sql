-- What the search knows of a message besides what is said.
SELECT 'r' || m.room_id || ' u' || m.author_user_id
         || coalesce((SELECT ' ' || group_concat('t' || t.tag_id, ' ') FROM message_tags t WHERE t.message_id = m.id), '')
         || iif(EXISTS (SELECT 1 FROM room_files f WHERE f.message_id = m.id), ' f', '') AS about,
       (SELECT json_group_array(f.name) FROM room_files f WHERE f.message_id = m.id) AS file_names
  FROM messages m
 WHERE m.id = ?1
 LIMIT 1
