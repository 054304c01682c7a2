-- Subject, text, who is in the mail ?1 – a desk as `city` or `association` – and the names of its files.
SELECT m.subject, m.body, u.name AS author, m.from_desk,
       (SELECT json_group_array(r.name)
          FROM mail_copies c JOIN mail_boxes b ON b.id = c.box_id JOIN users r ON r.id = b.user_id
         WHERE c.mail_id = m.id AND c.is_received = 1) AS people,
       (SELECT json_group_array(b.desk)
          FROM mail_copies c JOIN mail_boxes b ON b.id = c.box_id
         WHERE c.mail_id = m.id AND c.is_received = 1 AND b.desk IS NOT NULL) AS desks,
       (SELECT json_group_array(f.name)
          FROM mail_attachments a JOIN mail_files f ON f.id = a.file_id
         WHERE a.mail_id = m.id) AS files
  FROM mails m JOIN users u ON u.id = m.from_user_id
 WHERE m.id = ?1
