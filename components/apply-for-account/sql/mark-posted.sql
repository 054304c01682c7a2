UPDATE notices SET posted_at = ?2
 WHERE id IN (SELECT value FROM json_each(?1)) AND printed_at IS NOT NULL AND posted_at IS NULL
