-- A mail in a box, and whether it is news that ?3 has opened it there.
SELECT c.is_received = 1 AND NOT EXISTS (SELECT 1 FROM mail_openings x
                                          WHERE x.mail_id = c.mail_id AND x.box_id = c.box_id AND x.user_id = ?3)
         AS is_to_note
  FROM mail_copies c
 WHERE c.mail_id = ?1 AND c.box_id = ?2
 LIMIT 1
