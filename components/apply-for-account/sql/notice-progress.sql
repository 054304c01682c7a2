SELECT a.receipt_number, (SELECT count(*) FROM notices n WHERE n.application_id = a.id AND n.posted_at IS NULL) AS unposted
  FROM applications a
 WHERE a.id = ?1
