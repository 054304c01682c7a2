SELECT u.login_id, count(*) AS rooms
  FROM users u
  JOIN room_members m ON m.user_id = u.id AND m.until IS NULL
  JOIN rooms r ON r.id = m.room_id AND +r.kind = 'support' AND r.closed_at IS NULL
 WHERE u.login_id IN (SELECT value FROM json_each(?1))
 GROUP BY u.id
 LIMIT 100
