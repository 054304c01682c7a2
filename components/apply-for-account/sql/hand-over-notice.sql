UPDATE notices SET printed_at = ?2, posted_at = ?2 WHERE id = ?1
