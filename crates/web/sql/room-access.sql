-- R18: a member now, or a clerk of the association who broke the glass; in an open room.
SELECT r.id AS room_id, r.kind, r.registrant_id, r.message_revision, r.read_revision, m.since AS member_since,
       g.until AS glass_until, u.id AS user_id, u.name, u.profession, o.name AS organization_name
  FROM rooms r
  JOIN users u ON u.id = ?2
  JOIN organizations o ON o.id = u.organization_id
  LEFT JOIN room_members m
    ON m.room_id = r.id AND m.user_id = ?2 AND m.since <= ?3 AND (m.until IS NULL OR m.until > ?3)
  LEFT JOIN (SELECT room_id, max(until) AS until FROM broken_glass WHERE user_id = ?2 AND room_id = ?1) g
    ON g.room_id = r.id AND g.until > ?3
 WHERE r.id = ?1 AND r.closed_at IS NULL
   AND (m.since IS NOT NULL OR (g.until IS NOT NULL AND u.desk = 'association'))
 LIMIT 1
