UPDATE notices SET printed_at = ?2, posted_at = NULL WHERE id = ?1
