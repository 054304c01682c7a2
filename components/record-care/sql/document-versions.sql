-- The versions of document ?2 of room ?1, newest first; read by ?3.
SELECT v.version, v.note, f.name AS file_name, f.media_type, f.bytes, v.author_user_id, v.author_name,
       v.author_profession, v.author_organization_name, v.at,
       (SELECT x.at FROM document_reads x
         WHERE x.document_id = v.document_id AND x.version = v.version AND x.user_id = ?3) AS read_at,
       (SELECT count(*) FROM document_reads x
         WHERE x.document_id = v.document_id AND x.version = v.version AND x.user_id <> v.author_user_id) AS read_count
  FROM document_versions v
  JOIN document_files f ON f.id = v.file_id
 WHERE v.document_id = ?2 AND v.room_id = ?1
 ORDER BY v.version DESC
 LIMIT 100
