UPDATE devices SET status = 'revoked', revoked_at = ?2, revoked_reason = ?3, revoked_by_user_id = ?4
 WHERE user_id = ?1 AND status <> 'revoked'
