-- Files that somebody submitted to the association by mail (R19), with the application ?1 already, or waiting there from the
-- organization ?2: those of mails of the sender alone.
SELECT s.receipt_number AS mailed_form, f.thread_id, x.id AS file_id, x.name, m.at AS sent_at, u.name AS sender_name,
       f.entered_id IS NOT NULL AS is_linked
  FROM (SELECT e.application_id AS id FROM mailed_forms e WHERE e.entered_id = ?1
        UNION
        SELECT w.id FROM applications w
         WHERE w.desk = 'association' AND w.form = 9 AND w.tab = 'open' AND w.organization_id = ?2) found
 CROSS JOIN applications s ON s.id = found.id
 CROSS JOIN mailed_forms f ON f.application_id = s.id
 CROSS JOIN mail_boxes b ON b.desk = 'association'
 CROSS JOIN mail_copies c ON c.box_id = b.id AND c.thread_id = f.thread_id
 CROSS JOIN mails m ON m.id = c.mail_id AND m.from_user_id = f.sender_user_id AND m.from_desk IS NULL
  JOIN mail_attachments a ON a.mail_id = m.id
  JOIN mail_files x ON x.id = a.file_id
  JOIN users u ON u.id = f.sender_user_id
 ORDER BY m.id, a.position
 LIMIT 200
