-- In which open support rooms these people are, or are going to be.
SELECT u.login_id, u.id AS user_id, m.room_id
  FROM users u
 CROSS JOIN room_members m ON m.user_id = u.id AND (m.until IS NULL OR m.until > max(?2, m.since))
 CROSS JOIN rooms r ON r.id = m.room_id AND r.kind = 'support' AND r.closed_at IS NULL
 WHERE u.login_id IN (SELECT value FROM json_each(?1))
 GROUP BY u.id, m.room_id
 LIMIT 10000
