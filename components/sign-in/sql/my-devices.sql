SELECT id, asset_number, kind, label, status, registered_at, revoked_at, valid_until
  FROM devices
 WHERE user_id = ?1
 ORDER BY id
 LIMIT 200
