-- What came on paper belongs to the desk where it lies, so that the other desk no longer reads it once it went on (R11). What
-- came by mail is also that of whoever sent it. Once it has become a room, its content is the room's: whoever filed it reads
-- it while in the team (R18).
SELECT a.id
  FROM applications a
 WHERE a.receipt_number = ?1
   AND CASE
         WHEN a.channel <> 'electronic' AND a.form <> 9 AND a.desk = ?3 THEN 1
         WHEN a.channel = 'electronic' OR a.form = 9 THEN a.submitted_by_user_id = ?2
         ELSE a.channel = 'internal_mail'
              AND EXISTS (SELECT 1 FROM mailed_forms s WHERE s.entered_id = a.id AND s.sender_user_id = ?2)
       END
   AND (a.channel <> 'electronic' AND a.desk = ?3
        OR NOT EXISTS (SELECT 1 FROM room_applications x WHERE x.application_id = a.id)
        OR EXISTS (SELECT 1
                     FROM room_applications x
                     JOIN rooms r ON r.id = x.room_id AND r.closed_at IS NULL
                     JOIN room_members m ON m.room_id = r.id
                    WHERE x.application_id = a.id AND m.user_id = ?2
                      AND m.since <= ?4 AND (m.until IS NULL OR m.until > ?4)))
