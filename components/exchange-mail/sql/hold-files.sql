-- Those of ?3 that are the author's, are here and belong to no mail yet.
INSERT INTO mail_draft_files (draft_id, file_id)
SELECT DISTINCT ?1, f.id
  FROM json_each(?3) named
  JOIN mail_files f ON f.id = named.value
 WHERE f.uploader_user_id = ?2 AND f.is_sent = 0
   AND f.bytes = (SELECT sum(c.bytes) FROM mail_file_chunks c WHERE c.file_id = f.id)
