-- The threads of a box with a mail that lies there and holds the words. ?5 is a folder or NULL, ?6 what is looked for, in
-- the language of FTS5, the box among it. Of a very common word the latest thousand mails are looked at.
SELECT p.thread_id
  FROM (SELECT DISTINCT m.thread_id
          FROM (SELECT w.rowid AS id FROM mail_words w WHERE mail_words MATCH ?6 ORDER BY w.rowid DESC LIMIT 1000) found
          JOIN mails m ON m.id = found.id) t
  JOIN mail_places p ON p.box_id = ?1 AND p.thread_id = t.thread_id
 WHERE p.last_mail_id < ?2 AND (NOT ?3 OR p.unread_count > 0)
   AND CASE ?5 WHEN 'inbox' THEN p.has_received AND NOT p.is_archived
               WHEN 'sent' THEN p.has_sent
               WHEN 'archive' THEN p.is_archived
               WHEN 'starred' THEN p.is_starred
               ELSE 1 END
 ORDER BY p.last_mail_id DESC
 LIMIT ?4 + 0
