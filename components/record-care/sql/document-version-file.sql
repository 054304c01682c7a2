-- The file of version ?3 of document ?2 of room ?1, and whether ?4 has opened it before.
SELECT f.id, f.name, f.media_type, f.bytes, d.withdrawn_at,
       EXISTS (SELECT 1 FROM document_reads x
                WHERE x.document_id = v.document_id AND x.version = v.version AND x.user_id = ?4) AS has_read
  FROM document_versions v
  JOIN documents d ON d.id = v.document_id
  JOIN document_files f ON f.id = v.file_id
 WHERE v.document_id = ?2 AND v.version = ?3 AND v.room_id = ?1
 LIMIT 1
