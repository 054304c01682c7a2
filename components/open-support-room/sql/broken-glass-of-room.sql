SELECT g.user_id, u.name AS user_name, g.reason, g.at, g.until
  FROM broken_glass g JOIN users u ON u.id = g.user_id
 WHERE g.room_id = ?1
 ORDER BY g.id DESC
 LIMIT 50
