-- Who found versions from ?2 up to ?3 true, newest first.
SELECT version, author_user_id, author_name, author_profession, author_organization_name, at
  FROM basic_sheet_confirmations
 WHERE room_id = ?1 AND version BETWEEN ?2 AND ?3
 ORDER BY id DESC
 LIMIT 200
