UPDATE notifications INDEXED BY notifications_unseen SET seen_at = ?4
 WHERE user_id = ?1 AND seen_at IS NULL AND iif(?3, id = ?2, id <= ?2)
