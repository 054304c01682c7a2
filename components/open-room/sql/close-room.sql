UPDATE rooms SET closed_at = ?2, closed_note = ?3, closed_by_user_id = ?4, retain_until = ?5
 WHERE id = ?1 AND kind = 'collaboration' AND closed_at IS NULL
RETURNING id
