UPDATE authentication_codes SET used_at = coalesce(used_at, ?2)
 WHERE id = ?1 AND voided_at IS NULL
   AND (used_at IS NULL
        OR EXISTS (SELECT 1 FROM devices d WHERE d.id = authentication_codes.device_id AND d.public_key = ?3))
RETURNING id
