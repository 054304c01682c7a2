-- The folders of room ?1, in the order in which they came.
SELECT f.id AS folder_id, f.name,
       (SELECT count(*) FROM documents d WHERE d.folder_id = f.id AND d.withdrawn_at IS NULL) AS documents
  FROM document_folders f
 WHERE f.room_id = ?1 AND f.removed_at IS NULL
 ORDER BY f.id
 LIMIT 50
