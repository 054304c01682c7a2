UPDATE rooms
   SET closed_at = NULL, closed_reason = NULL, closed_note = NULL, closed_by_user_id = NULL, retain_until = NULL,
       deletion_requested_at = NULL, deletion_requested_by_user_id = NULL
 WHERE id = ?1
