-- Who is in the room now, and who has left and read the message before (R20). ?1 the room, ?2 the message, ?3 now.
SELECT p.user_id, u.name, u.profession, o.name AS organization_name, p.has_left,
       coalesce(p.since > m.at, 0) AS came_later,
       (SELECT iif(s.from_id < ?2, s.at, NULL) FROM reading_steps s
         WHERE s.room_id = ?1 AND s.user_id = p.user_id AND s.up_to_id >= ?2
         ORDER BY s.up_to_id LIMIT 1) AS read_at,
       m.confirm = 'all' AND NOT p.has_left OR coalesce(c.is_asked, 0) AS asked,
       c.confirmed_at
  FROM (SELECT x.user_id, 0 AS has_left, x.since
          FROM room_members x
         WHERE x.room_id = ?1 AND x.since <= ?3 AND (x.until IS NULL OR x.until > ?3)
        UNION ALL
        SELECT s.user_id, 1, NULL
          FROM reading_marks s
         WHERE s.room_id = ?1 AND s.up_to_id >= ?2
           AND NOT EXISTS (SELECT 1 FROM room_members x
                            WHERE x.room_id = ?1 AND x.user_id = s.user_id AND x.since <= ?3
                              AND (x.until IS NULL OR x.until > ?3))) p
  JOIN messages m ON m.id = ?2 AND m.room_id = ?1 AND m.author_user_id <> p.user_id
  JOIN users u ON u.id = p.user_id
  JOIN organizations o ON o.id = u.organization_id
  LEFT JOIN message_confirmations c ON c.message_id = ?2 AND c.user_id = p.user_id
 ORDER BY p.has_left, u.kana_key, p.user_id
 LIMIT 501
