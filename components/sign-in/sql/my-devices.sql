SELECT id, asset_number, kind, status, registered_at FROM devices WHERE user_id = ?1 ORDER BY id LIMIT 200
