-- Also the desk ?2 is an addressee of the mail ?1 now, after the others.
INSERT INTO mail_copies (box_id, thread_id, mail_id, position, is_sent, is_received)
SELECT b.id, m.thread_id, m.id, (SELECT max(c.position) + 1 FROM mail_copies c WHERE c.mail_id = m.id), 0, 1
  FROM mails m JOIN mail_boxes b ON b.desk = ?2
 WHERE m.id = ?1
