SELECT c.id AS code_id, c.expires_at, c.used_at, c.voided_at,
       u.id AS user_id, u.login_id, u.name, u.password_hash, u.locked_until, u.epoch, u.status = 'active' AS active,
       o.name AS organization_name,
       d.id AS device_id, d.asset_number, d.kind AS device_kind, d.public_key
  FROM authentication_codes c
  JOIN users u ON u.id = c.user_id
  JOIN organizations o ON o.id = u.organization_id
  JOIN devices d ON d.id = c.device_id
 WHERE c.digest = ?2 AND u.login_id = ?1
