UPDATE notices
   SET confirmed_at = ?3, objected_at = NULL, objection = NULL, answered_at = NULL, answer = NULL
 WHERE id = ?1 AND user_id = ?2
