SELECT first.subject, p.is_archived, p.is_starred
  FROM mail_places p JOIN mails first ON first.id = p.first_mail_id
 WHERE p.box_id = ?1 AND p.thread_id = ?2
