SELECT u.profession AS name, count(DISTINCT m.user_id) AS count
  FROM rooms r INDEXED BY rooms_open
  JOIN room_members m ON m.room_id = r.id AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1)
  JOIN users u ON u.id = m.user_id
 WHERE r.kind = 'support' AND r.closed_at IS NULL
 GROUP BY u.profession
 LIMIT 100
