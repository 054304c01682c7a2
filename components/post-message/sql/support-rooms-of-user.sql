-- R18, as room-access.sql: where a text about a patient belongs (R27).
SELECT r.id AS room_id, r.name
  FROM room_members m JOIN rooms r ON r.id = m.room_id AND r.kind = 'support' AND r.closed_at IS NULL
 WHERE m.user_id = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
 ORDER BY r.name, r.id
 LIMIT 100
