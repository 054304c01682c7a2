SELECT a.id, a.assigned_to_user_id, u.name AS assigned_to_name
  FROM applications a LEFT JOIN users u ON u.id = a.assigned_to_user_id
 WHERE a.receipt_number = ?1 AND a.desk = ?2
