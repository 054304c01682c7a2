-- R18: a member now, or a clerk of the association who broke the glass; in an open room.
SELECT r.id AS room_id, r.kind, r.registrant_id, m.since AS member_since, g.until AS glass_until
  FROM rooms r
  LEFT JOIN room_members m
    ON m.room_id = r.id AND m.user_id = ?2 AND m.since <= ?3 AND (m.until IS NULL OR m.until > ?3)
  LEFT JOIN (SELECT room_id, max(until) AS until FROM broken_glass WHERE user_id = ?2 AND room_id = ?1) g
    ON g.room_id = r.id AND g.until > ?3
 WHERE r.id = ?1 AND r.closed_at IS NULL
   AND (m.since IS NOT NULL
        OR (g.until IS NOT NULL AND EXISTS (SELECT 1 FROM users u WHERE u.id = ?2 AND u.desk = 'association')))
 LIMIT 1
