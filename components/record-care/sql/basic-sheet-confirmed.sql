SELECT author_user_id, author_name, author_profession, author_organization_name, at
  FROM basic_sheet_confirmations
 WHERE room_id = ?1
 ORDER BY id DESC
 LIMIT 1
