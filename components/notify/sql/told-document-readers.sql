-- R18: who is in room ?2 now and has not opened version ?4 of document ?3 by now, as its author has. Whoever muted the
-- room is not told; nor is anybody of a version that was replaced or put away.
SELECT u.id AS user_id, ?1 AS kind, coalesce(c.email, 'off') AS email, coalesce(c.push, 'off') AS push,
       s.quiet_from, s.quiet_until, s.daily_at
  FROM documents d
  JOIN rooms r ON r.id = d.room_id AND r.closed_at IS NULL
  JOIN room_members y ON y.room_id = d.room_id AND y.since <= ?5 AND (y.until IS NULL OR y.until > ?5)
  JOIN users u ON u.id = y.user_id AND u.status = 'active'
  LEFT JOIN notification_choices c ON c.user_id = u.id AND c.kind = ?1
  LEFT JOIN notification_settings s ON s.user_id = u.id
 WHERE d.id = ?3 AND d.room_id = ?2 AND d.version = ?4 AND d.withdrawn_at IS NULL
   AND NOT EXISTS (SELECT 1 FROM document_reads x WHERE x.document_id = d.id AND x.version = ?4 AND x.user_id = u.id)
   AND NOT EXISTS (SELECT 1 FROM muted_rooms q WHERE q.user_id = u.id AND q.room_id = ?2)
