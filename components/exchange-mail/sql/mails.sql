-- Mails, each as one JSON text: each string that crosses from the host costs a call. Whoever asks has made sure that the
-- reader is in each of ?1.
SELECT json_object(
         'mail_id', m.id, 'thread_id', m.thread_id, 'at', m.at, 'subject', m.subject, 'body', m.body,
         'reply_to', m.reply_to_id, 'forward_of', m.forward_of_id,
         'receipt_number', (SELECT a.receipt_number FROM mailed_forms s JOIN applications a ON a.id = s.application_id
                             WHERE s.thread_id = m.id),
         'from', json_object('person', json_object('user_id', u.id, 'name', u.name, 'profession', u.profession,
                                                   'organization_name', o.name),
                             'desk', m.from_desk),
         'to', json((SELECT json_group_array(json_object(
                              'person', json(iif(r.id IS NULL, 'null',
                                                 json_object('user_id', r.id, 'name', r.name, 'profession', r.profession,
                                                             'organization_name', ro.name))),
                              'desk', b.desk,
                              'opened', json((SELECT json_group_array(json_object('at', x.at, 'by_name', y.name)
                                                                      ORDER BY x.at, x.user_id)
                                                FROM mail_openings x JOIN users y ON y.id = x.user_id
                                               WHERE x.mail_id = c.mail_id AND x.box_id = c.box_id)))
                            ORDER BY c.position)
                       FROM mail_copies c
                       JOIN mail_boxes b ON b.id = c.box_id
                       LEFT JOIN users r ON r.id = b.user_id
                       LEFT JOIN organizations ro ON ro.id = r.organization_id
                      WHERE c.mail_id = m.id AND c.is_received = 1)),
         'files', json((SELECT json_group_array(json_object('file_id', f.id, 'name', f.name, 'media_type', f.media_type,
                                                            'bytes', f.bytes) ORDER BY a.position)
                          FROM mail_attachments a JOIN mail_files f ON f.id = a.file_id
                         WHERE a.mail_id = m.id))) AS mail
  FROM json_each(?1) asked
  JOIN mails m ON m.id = asked.value
  JOIN users u ON u.id = m.from_user_id
  JOIN organizations o ON o.id = u.organization_id
 ORDER BY m.id
