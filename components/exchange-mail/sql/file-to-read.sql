-- Of a mail that lies in a box of the caller's; or one's own on its way, once it is here.
SELECT f.id, f.name, f.media_type, f.bytes
  FROM mail_files f
 WHERE f.id = ?1
   AND (f.is_sent = 0 AND f.uploader_user_id = ?2
          AND f.bytes = (SELECT sum(k.bytes) FROM mail_file_chunks k WHERE k.file_id = f.id)
        OR EXISTS (SELECT 1
                     FROM mail_boxes b
                     JOIN mail_attachments a ON a.file_id = f.id
                     JOIN mail_copies c ON c.mail_id = a.mail_id AND c.box_id = b.id
                    WHERE b.user_id = ?2 OR b.desk = ?3))
 LIMIT 1
