-- The number is given here, since a thread has that of its first mail. None is free again: mails are never deleted.
INSERT INTO mails (id, thread_id, at, from_user_id, from_desk, subject, body, reply_to_id, forward_of_id)
SELECT next.id, coalesce((SELECT m.thread_id FROM mails m WHERE m.id = ?6), next.id), ?1, ?2, ?3, ?4, ?5, ?6, ?7
  FROM (SELECT coalesce(max(id), 0) + 1 AS id FROM mails) next
RETURNING id AS mail_id, thread_id
