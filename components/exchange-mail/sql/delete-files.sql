DELETE FROM mail_files WHERE id IN (SELECT value FROM json_each(?1)) AND waits_since IS NOT NULL
