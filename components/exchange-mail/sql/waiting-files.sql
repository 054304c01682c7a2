-- How much a person has sent that no mail and no draft holds.
SELECT count(*) AS files FROM mail_files WHERE uploader_user_id = ?1 AND waits_since > ?2
