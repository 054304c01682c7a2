SELECT email_key FROM users WHERE status = 'active' AND email_key IN (SELECT value FROM json_each(?1)) LIMIT 200
