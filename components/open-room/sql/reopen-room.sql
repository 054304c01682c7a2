-- Whoever opened it again means that it is needed.
UPDATE rooms SET closed_at = NULL, closed_note = NULL, closed_by_user_id = NULL, retain_until = NULL, silent_since = ?2
 WHERE id = ?1 AND kind = 'collaboration' AND closed_at IS NOT NULL
RETURNING id
