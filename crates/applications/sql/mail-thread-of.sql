-- Where an application is answered by mail: one that was submitted so, or was entered from such a submission. A mail that was
-- only put with it, such as the scan of a consent, is answered once, when that happens.
SELECT m.thread_id, m.sender_user_id, m.form, first.subject, a.receipt_number, a.id <> m.application_id AS is_entered,
       (SELECT max(c.mail_id)
          FROM mail_boxes b JOIN mail_copies c ON c.box_id = b.id AND c.thread_id = m.thread_id
         WHERE b.user_id = m.sender_user_id) AS last_mail_id
  FROM mailed_forms m
  JOIN mails first ON first.id = m.thread_id
  JOIN applications a ON a.id = ?1
 WHERE m.application_id = ?1 OR (m.entered_id = ?1 AND a.channel = 'internal_mail')
 ORDER BY m.application_id
 LIMIT 1
