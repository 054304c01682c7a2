UPDATE rooms SET silent_since = ?2, needed_at = ?2, needed_by_user_id = ?3
 WHERE id = ?1 AND kind = 'collaboration' AND closed_at IS NULL
RETURNING id
