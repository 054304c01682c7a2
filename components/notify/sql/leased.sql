SELECT d.id, d.user_id, d.channel, d.subscription_id, d.attempts, u.email, n.text, n.path, n.count
  FROM deliveries d
  JOIN users u ON u.id = d.user_id
  LEFT JOIN notifications n ON n.id = d.notification_id
 WHERE d.lease = ?1
 ORDER BY d.due_at, d.id
 LIMIT 1000
