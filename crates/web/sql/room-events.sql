SELECT e.id, e.at, e.kind, a.name AS actor_name, u.name AS about_name, e.note
  FROM room_events e
  LEFT JOIN users a ON a.id = e.actor_user_id
  LEFT JOIN users u ON u.id = e.user_id
 WHERE e.room_id = ?1
 ORDER BY e.id DESC
 LIMIT 50
