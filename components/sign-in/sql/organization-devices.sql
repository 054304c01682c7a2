SELECT d.id, d.user_id, u.name AS user_name, u.kana_key, u.organization_id, d.asset_number, d.kind, d.label, d.status,
       d.registered_at, d.revoked_at, d.valid_until
  FROM users u JOIN devices d ON d.user_id = u.id
 WHERE u.organization_id = ?1 AND u.kana_key >= ?2 AND (u.kana_key > ?2 OR d.id > ?3)
 ORDER BY u.kana_key, d.id
 LIMIT ?4 + 0
