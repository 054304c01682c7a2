SELECT id AS notification_id, kind, text, path, count, at, seen_at
  FROM notifications
 WHERE user_id = ?1 AND (at, id) < (?2, ?3)
 ORDER BY at DESC, id DESC
 LIMIT ?4 + 0
