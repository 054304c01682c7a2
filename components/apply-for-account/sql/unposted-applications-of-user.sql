SELECT DISTINCT application_id FROM notices
 WHERE user_id = ?1 AND posted_at IS NULL AND application_id IS NOT NULL
 LIMIT 100
