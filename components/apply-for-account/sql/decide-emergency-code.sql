UPDATE emergency_codes SET decided_by_user_id = ?2, decided_at = ?3, confirmed = ?4, device_id = ?5 WHERE id = ?1
