SELECT name, kana, email, phone, user_id, since
  FROM organization_managers
 WHERE organization_id = ?1 AND until IS NULL
 ORDER BY id
 LIMIT 20
