SELECT d.id, d.user_id, u.name AS user_name, u.kana_key, u.organization_id, d.asset_number, d.kind, d.label, d.status,
       d.registered_at, d.revoked_at, d.valid_until
  FROM devices d JOIN users u ON u.id = d.user_id
 WHERE d.id = ?1
