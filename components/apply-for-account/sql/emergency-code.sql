SELECT e.id, e.user_id, u.status = 'active' AS user_active, u.name AS user_name, o.name AS organization_name, u.login_id,
       e.reason, e.asset_number, e.device_kind, e.requested_by_user_id, r.name AS requested_by_name, e.requested_at,
       d.name AS decided_by_name, e.decided_at, e.confirmed
  FROM emergency_codes e
  JOIN users u ON u.id = e.user_id
  JOIN organizations o ON o.id = u.organization_id
  JOIN users r ON r.id = e.requested_by_user_id
  LEFT JOIN users d ON d.id = e.decided_by_user_id
 WHERE e.id = ?1
