UPDATE authentication_codes SET used_at = coalesce(used_at, ?2)
 WHERE id = ?1 AND voided_at IS NULL
   AND (used_at IS NULL OR device_id IN (SELECT id FROM devices WHERE public_key = ?3))
RETURNING id
