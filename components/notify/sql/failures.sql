SELECT d.channel, d.ended_at AS at, coalesce(d.reason, '') AS reason, u.name AS user_name, o.name AS organization_name
  FROM deliveries d
  JOIN users u ON u.id = d.user_id
  JOIN organizations o ON o.id = u.organization_id
 WHERE d.state = 'gave_up' AND d.ended_at >= ?1
 ORDER BY d.ended_at DESC, d.id DESC
 LIMIT 100
