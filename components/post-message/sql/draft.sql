-- What somebody began to write in a room, with the names of those it addresses who are still there.
SELECT d.content,
       (SELECT json_group_array(json_object('user_id', u.id, 'name', u.name))
          FROM json_each(d.content, '$.mentions') addressed
          JOIN users u ON u.id = addressed.value
         WHERE EXISTS (SELECT 1 FROM room_members x
                        WHERE x.room_id = d.room_id AND x.user_id = u.id AND x.since <= ?3
                          AND (x.until IS NULL OR x.until > ?3))) AS mentions
  FROM message_drafts d
 WHERE d.room_id = ?1 AND d.user_id = ?2
