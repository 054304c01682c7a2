SELECT s.id, s.device_id, d.asset_number, d.kind, d.label, s.signed_in_at, s.expires_at, s.locked_at IS NOT NULL AS locked
  FROM sessions s
  JOIN users u ON u.id = s.user_id
  JOIN devices d ON d.id = s.device_id
 WHERE s.user_id = ?1 AND s.ended_at IS NULL AND s.expires_at > ?2 AND s.epoch = u.epoch AND d.status = 'active'
   AND (d.valid_until IS NULL OR d.valid_until > ?2)
 ORDER BY s.signed_in_at DESC
 LIMIT 200
