DELETE FROM room_files WHERE id IN (SELECT value FROM json_each(?1)) AND message_id IS NULL
