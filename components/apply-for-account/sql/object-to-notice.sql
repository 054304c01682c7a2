UPDATE notices
   SET confirmed_at = NULL, objected_at = ?3, objection = ?4, answered_at = NULL, answer = NULL
 WHERE id = ?1 AND user_id = ?2
