-- How many folders room ?1 has, and which of them is called ?2.
SELECT count(*) AS folders, max(iif(name_key = ?2, id, NULL)) AS same_name
  FROM document_folders
 WHERE room_id = ?1 AND removed_at IS NULL
