-- The way of each account of the field that an application brought, by when it came.
SELECT strftime('%Y-%m', u.created_at / 1000, 'unixepoch', '+9 hours') AS month,
       a.received_at, a.accepted_at, n.posted_at, u.first_login_at
  FROM users u INDEXED BY users_by_creation
  JOIN notices n ON n.id = (SELECT min(id) FROM notices WHERE user_id = u.id)
  JOIN applications a ON a.id = n.application_id
 WHERE u.created_at >= ?1 AND u.created_at < ?2 AND u.desk IS NULL
 ORDER BY u.created_at DESC
 LIMIT 10000
