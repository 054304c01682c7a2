-- Folder ?2 of room ?1, and whether something lies in it, be it put away.
SELECT f.name, EXISTS (SELECT 1 FROM documents d WHERE d.folder_id = f.id) AS has_documents
  FROM document_folders f
 WHERE f.id = ?2 AND f.room_id = ?1 AND f.removed_at IS NULL
 LIMIT 1
