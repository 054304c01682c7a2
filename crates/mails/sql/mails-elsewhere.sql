-- The mails of the thread ?1 that lie at the desk ?2 and not at the desk ?3, oldest first.
SELECT c.mail_id
  FROM mail_boxes here
  JOIN mail_boxes there ON there.desk = ?3
  JOIN mail_copies c ON c.box_id = here.id AND c.thread_id = ?1
 WHERE here.desk = ?2
   AND NOT EXISTS (SELECT 1 FROM mail_copies x WHERE x.mail_id = c.mail_id AND x.box_id = there.id)
 ORDER BY c.mail_id
