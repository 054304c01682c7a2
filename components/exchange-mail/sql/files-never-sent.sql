SELECT id FROM mail_files WHERE waits_since < ?1 ORDER BY waits_since LIMIT 5
