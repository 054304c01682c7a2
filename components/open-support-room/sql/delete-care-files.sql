DELETE FROM care_files WHERE room_id = ?1
