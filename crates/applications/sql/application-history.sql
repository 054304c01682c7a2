SELECT h.at, h.action, u.name AS actor_name, h.note, h.internal
  FROM application_history h LEFT JOIN users u ON u.id = h.actor_user_id
 WHERE h.application_id = ?1
 ORDER BY h.id
 LIMIT 1000
