-- R29: who has the mail in a box of one's own or of one's desk, and has not opened it; not who wrote it.
SELECT u.id AS user_id, ?1 AS kind, coalesce(c.email, 'off') AS email, coalesce(c.push, 'off') AS push,
       s.quiet_from, s.quiet_until, s.daily_at
  FROM (SELECT b.user_id AS id
          FROM mail_copies k JOIN mail_boxes b ON b.id = k.box_id
         WHERE k.mail_id = ?2 AND k.is_received = 1 AND k.opened_at IS NULL AND b.user_id IS NOT NULL
        UNION
        SELECT clerk.id
          FROM mail_copies k
          JOIN mail_boxes b ON b.id = k.box_id
          JOIN users clerk ON clerk.desk = b.desk
         WHERE k.mail_id = ?2 AND k.is_received = 1 AND k.opened_at IS NULL) told
  JOIN users u ON u.id = told.id AND u.status = 'active'
  JOIN mails m ON m.id = ?2 AND m.from_user_id <> u.id
  LEFT JOIN notification_choices c ON c.user_id = u.id AND c.kind = ?1
  LEFT JOIN notification_settings s ON s.user_id = u.id
