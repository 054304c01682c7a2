SELECT d.title, d.kind, d.folder_id, o.name AS folder_name, d.dated_on, d.note, d.version, d.revision, d.changed_at,
       d.title_key, d.withdrawn_at
  FROM documents d
  LEFT JOIN document_folders o ON o.id = d.folder_id
 WHERE d.id = ?2 AND d.room_id = ?1
 LIMIT 1
