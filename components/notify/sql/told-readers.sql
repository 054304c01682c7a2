-- R18: who is in the room now, without the author; whoever is addressed or asked for 了解 hears that instead. A muted
-- room is heard only by those. Whoever has read on by now needs no telling.
SELECT u.id AS user_id, x.kind, coalesce(c.email, 'off') AS email, coalesce(c.push, 'off') AS push,
       s.quiet_from, s.quiet_until, s.daily_at
  FROM (SELECT y.user_id,
               iif(EXISTS (SELECT 1 FROM message_mentions n WHERE n.message_id = m.id AND n.user_id = y.user_id)
                     OR m.confirm = 'all'
                     OR EXISTS (SELECT 1 FROM message_confirmations a
                                 WHERE a.message_id = m.id AND a.user_id = y.user_id AND a.is_asked),
                   'addressed', 'message') AS kind
          FROM messages m
          JOIN rooms r ON r.id = m.room_id AND r.closed_at IS NULL
          JOIN room_members y ON y.room_id = m.room_id AND y.user_id <> m.author_user_id AND y.since <= ?3
                             AND (y.until IS NULL OR y.until > ?3)
         WHERE m.room_id = ?1 AND m.id = ?2 AND m.withdrawn_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM reading_marks k
                            WHERE k.room_id = m.room_id AND k.user_id = y.user_id AND k.up_to_id >= m.id)) x
  JOIN users u ON u.id = x.user_id AND u.status = 'active'
  LEFT JOIN notification_choices c ON c.user_id = u.id AND c.kind = x.kind
  LEFT JOIN notification_settings s ON s.user_id = u.id
 WHERE x.kind = 'addressed'
    OR NOT EXISTS (SELECT 1 FROM muted_rooms q WHERE q.user_id = u.id AND q.room_id = ?1)
