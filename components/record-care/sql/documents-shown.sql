-- The documents ?2 (JSON) of room ?1 as they stand, in that order; read by ?3, who is there since ?4.
SELECT d.id AS document_id, d.title, d.kind, d.folder_id, o.name AS folder_name, d.dated_on, d.note, d.version, d.revision,
       d.author_user_id, d.author_name, d.author_profession, d.author_organization_name, d.at,
       v.author_user_id AS changed_by_user_id, v.author_name AS changed_by_name,
       v.author_profession AS changed_by_profession, v.author_organization_name AS changed_by_organization_name,
       v.at AS changed_at, f.name AS file_name, f.media_type, f.bytes,
       d.withdrawn_at IS NULL AND d.changed_at >= ?4
         AND NOT EXISTS (SELECT 1 FROM document_reads x
                          WHERE x.document_id = d.id AND x.version = d.version AND x.user_id = ?3) AS is_unread,
       (SELECT count(*) FROM document_reads x
         WHERE x.document_id = d.id AND x.version = d.version AND x.user_id <> v.author_user_id) AS read_count,
       d.withdrawn_at, d.withdrawn_by_name, d.withdrawal_reason
  FROM json_each(?2) j
  CROSS JOIN documents d ON d.id = j.value AND d.room_id = ?1
  JOIN document_versions v ON v.document_id = d.id AND v.version = d.version
  JOIN document_files f ON f.id = v.file_id
  LEFT JOIN document_folders o ON o.id = d.folder_id
 ORDER BY j.key
