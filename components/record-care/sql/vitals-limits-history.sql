SELECT kind, low, high, set_by_name, set_by_profession, set_by_organization_name, set_at, ended_at
  FROM vital_limits
 WHERE room_id = ?1
 ORDER BY id DESC
 LIMIT 200
