-- What of a new mail exists for its author ?1, who works at the desk ?2 or none: ?3 people and ?4 files (JSON), ?5 the mail
-- that it answers, ?6 the one that it passes on. A mail is seen in the own box and in that of the desk.
SELECT (SELECT json_group_array(u.id)
          FROM json_each(?3) named JOIN users u ON u.id = named.value
         WHERE u.status = 'active') AS people,
       (SELECT json_group_array(f.id)
          FROM json_each(?4) named JOIN mail_files f ON f.id = named.value
         WHERE f.uploader_user_id = ?1 AND f.is_sent = 0
           AND f.bytes = (SELECT sum(c.bytes) FROM mail_file_chunks c WHERE c.file_id = f.id)) AS files,
       (SELECT json_group_array(a.file_id ORDER BY a.position)
          FROM mail_attachments a
         WHERE a.mail_id = ?6) AS forwarded_files,
       EXISTS (SELECT 1 FROM mail_boxes b JOIN mail_copies c ON c.mail_id = ?5 AND c.box_id = b.id
                WHERE b.user_id = ?1 OR b.desk = ?2) AS sees_reply,
       EXISTS (SELECT 1 FROM mail_boxes b JOIN mail_copies c ON c.mail_id = ?6 AND c.box_id = b.id
                WHERE b.user_id = ?1 OR b.desk = ?2) AS sees_forward
 LIMIT 1
