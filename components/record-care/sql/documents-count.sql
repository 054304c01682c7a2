-- How many documents room ?1 has: in use, of these in no folder, and put away.
SELECT count(*) - count(withdrawn_at) AS in_use, count(*) FILTER (WHERE folder_id IS NULL AND withdrawn_at IS NULL) AS in_no_folder,
       count(withdrawn_at) AS withdrawn
  FROM documents
 WHERE room_id = ?1
