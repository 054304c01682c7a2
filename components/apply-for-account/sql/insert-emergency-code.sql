INSERT INTO emergency_codes (user_id, reason, asset_number, device_kind, requested_by_user_id, requested_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
RETURNING id
