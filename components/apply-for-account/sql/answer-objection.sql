UPDATE notices SET answered_at = ?2, answer = ?3
 WHERE id = ?1 AND objected_at IS NOT NULL AND answered_at IS NULL
RETURNING id
