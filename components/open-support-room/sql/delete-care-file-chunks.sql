DELETE FROM care_file_chunks WHERE file_id IN (SELECT id FROM care_files WHERE room_id = ?1)
