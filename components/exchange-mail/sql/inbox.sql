SELECT p.thread_id
  FROM mail_places p
 WHERE p.box_id = ?1 AND p.has_received = 1 AND p.is_archived = 0 AND p.last_mail_id < ?2 AND (NOT ?3 OR p.unread_count > 0)
 ORDER BY p.last_mail_id DESC
 LIMIT ?4 + 0
