-- The versions of the documents of room ?1, with who opened them, after file ?3. ?2: see patient.sql.
SELECT f.id, printf(?2 || '-8c00-8000-%012x', f.id) AS uuid, printf(?2 || '-8c01-8000-%012x', f.id) AS binary_uuid,
       (SELECT printf(?2 || '-8c00-8000-%012x', p.file_id) FROM document_versions p
         WHERE p.document_id = v.document_id AND p.version = v.version - 1) AS replaces_uuid,
       f.name, f.media_type, f.bytes, d.title, d.kind, o.name AS folder_name, d.dated_on, d.note, v.version,
       v.version = d.version AS is_newest, v.note AS version_note, d.withdrawn_at, v.at,
       printf(?2 || '-8200-8000-%012x', v.author_user_id) AS author_uuid, v.author_name, v.author_profession,
       v.author_organization_name,
       (SELECT json_group_array(json_object('who', printf(?2 || '-8200-8000-%012x', r.user_id), 'at', r.at))
          FROM document_reads r
         WHERE r.document_id = v.document_id AND r.version = v.version AND r.user_id <> v.author_user_id) AS reads
  FROM document_versions v
  JOIN documents d ON d.id = v.document_id
  JOIN document_files f ON f.id = v.file_id
  LEFT JOIN document_folders o ON o.id = d.folder_id
 WHERE v.room_id = ?1 AND v.file_id > ?3
 ORDER BY v.file_id
 LIMIT ?4 + 0
