INSERT INTO mail_attachments (mail_id, position, file_id) SELECT ?1, file.key, file.value FROM json_each(?2) file
