SELECT name, kana, email, phone FROM organization_managers
 WHERE user_id = ?1 AND organization_id = ?2 AND until IS NULL
 LIMIT 1
