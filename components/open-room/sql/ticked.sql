SELECT c.name, c.checked_at, u.name AS checked_by_name
  FROM room_application_checks c JOIN users u ON u.id = c.checked_by_user_id
 WHERE c.application_id = ?1
 LIMIT 20
