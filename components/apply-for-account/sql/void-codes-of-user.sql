UPDATE authentication_codes SET voided_at = ?2
 WHERE device_id IN (SELECT id FROM devices WHERE user_id = ?1) AND used_at IS NULL AND voided_at IS NULL
