SELECT version, content, author_user_id, author_name, author_profession, author_organization_name, at
  FROM basic_sheet_versions
 WHERE room_id = ?1
 ORDER BY version DESC
 LIMIT 1
