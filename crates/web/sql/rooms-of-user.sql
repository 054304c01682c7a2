-- R18: the rooms open to a person at a moment. The one place, besides room-access.sql, that says so.
SELECT r.id AS room_id, r.kind, r.registrant_id, m.since
  FROM room_members m
  JOIN rooms r ON r.id = m.room_id AND r.closed_at IS NULL
 WHERE m.user_id = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
 ORDER BY r.id
 LIMIT 10000
