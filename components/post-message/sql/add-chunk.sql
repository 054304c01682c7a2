-- Nothing happens to a file that belongs to a message by now: what was posted stays as it was seen.
INSERT INTO file_chunks (file_id, number, bytes, content)
SELECT f.id, ?2, ?3, ?4 FROM room_files f WHERE f.id = ?1 AND f.message_id IS NULL
    ON CONFLICT (file_id, number) DO UPDATE SET bytes = excluded.bytes, content = excluded.content
