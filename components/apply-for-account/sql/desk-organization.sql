SELECT id FROM organizations WHERE kind = ?1 ORDER BY id LIMIT 1
