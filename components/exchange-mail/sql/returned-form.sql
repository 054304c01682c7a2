-- What ?2 submitted by the thread of the mail ?1.
SELECT a.receipt_number, a.desk
  FROM mails m
  JOIN mailed_forms f ON f.thread_id = m.thread_id AND f.sender_user_id = ?2
  JOIN applications a ON a.id = f.application_id
 WHERE m.id = ?1
