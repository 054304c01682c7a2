-- How much a person has sent and not filed.
SELECT count(*) AS files FROM document_files WHERE document_id IS NULL AND uploader_user_id = ?1 AND created_at > ?2
