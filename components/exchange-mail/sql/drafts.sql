-- The drafts of ?1, or of these the one with the number ?2.
SELECT d.id AS draft_id, d.content, d.updated_at,
       (SELECT json_group_array(json_object('user_id', u.id, 'name', u.name, 'profession', u.profession,
                                            'organization_name', o.name) ORDER BY addressed.key)
          FROM json_each(d.content, '$.to') addressed
          JOIN users u ON u.id = addressed.value AND u.status = 'active'
          JOIN organizations o ON o.id = u.organization_id) AS to_people,
       (SELECT json_group_array(json_object('file_id', f.id, 'name', f.name, 'media_type', f.media_type,
                                            'bytes', f.bytes) ORDER BY f.id)
          FROM mail_draft_files h JOIN mail_files f ON f.id = h.file_id
         WHERE h.draft_id = d.id AND f.is_sent = 0) AS files
  FROM mail_drafts d
 WHERE d.user_id = ?1 AND (?2 IS NULL OR d.id = ?2)
 ORDER BY d.updated_at DESC, d.id DESC
 LIMIT 50
