-- The mail ?1 in all boxes in which it lies, or in that of the desk ?2 alone. A mail that comes takes its thread out of the
-- archive, so that it is not missed; an own answer leaves it there.
INSERT INTO mail_places (box_id, thread_id, first_mail_id, last_mail_id, mail_count, unread_count, has_received,
                         has_sent, has_files, is_archived, is_starred)
SELECT c.box_id, c.thread_id, c.mail_id, c.mail_id, 1, c.is_received, c.is_received, c.is_sent,
       EXISTS (SELECT 1 FROM mail_attachments a WHERE a.mail_id = c.mail_id), 0, 0
  FROM mail_copies c
 WHERE c.mail_id = ?1 AND (?2 IS NULL OR c.box_id = (SELECT b.id FROM mail_boxes b WHERE b.desk = ?2))
    ON CONFLICT (box_id, thread_id) DO UPDATE
   SET last_mail_id = excluded.last_mail_id,
       mail_count = mail_count + 1,
       unread_count = unread_count + excluded.unread_count,
       has_received = max(has_received, excluded.has_received),
       has_sent = max(has_sent, excluded.has_sent),
       has_files = max(has_files, excluded.has_files),
       is_archived = iif(excluded.has_received = 1, 0, is_archived)
