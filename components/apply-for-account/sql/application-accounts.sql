SELECT u.id AS user_id, u.name, u.login_id, n.id AS notice_id, n.printed_at, n.posted_at,
       d.registered_at AS first_login_at
  FROM notices n JOIN users u ON u.id = n.user_id JOIN devices d ON d.id = n.device_id
 WHERE n.application_id = ?1
 ORDER BY n.id
 LIMIT 100
