UPDATE rooms
   SET closed_at = ?2, closed_reason = ?3, closed_note = ?4, closed_by_user_id = ?5, retain_until = ?6
 WHERE id = ?1
