SELECT 'user:' || id AS actor FROM users WHERE name_key = ?1 LIMIT 20
