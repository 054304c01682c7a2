-- What of a new message exists: in the room, now, for its author. ?1 the room, ?2 the author, ?3 now, ?4 the message it
-- answers, ?5 tags, ?6 people, ?7 files (JSON).
SELECT (SELECT revision FROM name_revision) AS name_revision,
       EXISTS (SELECT 1 FROM messages WHERE id = ?4 AND room_id = ?1 AND withdrawn_at IS NULL) AS has_reply,
       (SELECT json_group_array(t.id) FROM json_each(?5) j JOIN tags t ON t.id = j.value
         WHERE t.retired_at IS NULL) AS tags,
       (SELECT json_group_array(j.value) FROM json_each(?6) j
         WHERE EXISTS (SELECT 1 FROM room_members m
                        WHERE m.room_id = ?1 AND m.user_id = j.value AND m.since <= ?3
                          AND (m.until IS NULL OR m.until > ?3))) AS people,
       (SELECT json_group_array(json_object('id', f.id, 'name', f.name)) FROM json_each(?7) j JOIN room_files f ON f.id = j.value
         WHERE f.room_id = ?1 AND f.uploader_user_id = ?2 AND f.message_id IS NULL
           AND f.bytes = (SELECT sum(c.bytes) FROM file_chunks c WHERE c.file_id = f.id)) AS files
 LIMIT 1
