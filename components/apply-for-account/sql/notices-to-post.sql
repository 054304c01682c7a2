SELECT n.id AS notice_id, a.receipt_number, u.name AS user_name, u.login_id, o.name AS organization_name,
       n.due_on, n.printed_at, n.posted_at, u.first_login_at, n.confirmed_at, n.objected_at, n.objection, n.answered_at,
       n.answer
  FROM notices n
  JOIN users u ON u.id = n.user_id
  JOIN organizations o ON o.id = u.organization_id
  LEFT JOIN applications a ON a.id = n.application_id
 WHERE n.printed_at IS NOT NULL AND n.posted_at IS NULL AND u.status = 'active' AND (n.due_on, n.id) > (?1, ?2)
 ORDER BY n.due_on, n.id
 LIMIT ?3 + 0
