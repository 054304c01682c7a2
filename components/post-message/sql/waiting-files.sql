-- How much a person has sent and not posted.
SELECT count(*) AS files FROM room_files WHERE message_id IS NULL AND uploader_user_id = ?1 AND created_at > ?2
