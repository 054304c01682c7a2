SELECT a.form, a.receipt_number,
       (SELECT count(*) FROM notices n JOIN users u ON u.id = n.user_id
         WHERE n.application_id = a.id AND n.posted_at IS NULL AND u.status = 'active') AS unposted
  FROM applications a
 WHERE a.id = ?1
