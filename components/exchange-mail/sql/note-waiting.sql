-- A file that a draft holds waits for nothing; one that none holds any more waits from now on.
UPDATE mail_files
   SET waits_since = iif(EXISTS (SELECT 1 FROM mail_draft_files h WHERE h.file_id = mail_files.id), NULL,
                         coalesce(waits_since, ?3))
 WHERE id IN (SELECT value FROM json_each(?1)) AND uploader_user_id = ?2 AND is_sent = 0
