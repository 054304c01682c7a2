-- Nothing happens to a file that belongs to a mail by now: what was sent stays as it was seen.
INSERT INTO mail_file_chunks (file_id, number, bytes, content)
SELECT f.id, ?2, ?3, ?4 FROM mail_files f WHERE f.id = ?1 AND f.is_sent = 0
    ON CONFLICT (file_id, number) DO UPDATE SET bytes = excluded.bytes, content = excluded.content
