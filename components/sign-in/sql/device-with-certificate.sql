SELECT id FROM devices
 WHERE certificate_id = ?1 AND user_id = ?2 AND status = 'active' AND (valid_until IS NULL OR valid_until > ?3)
