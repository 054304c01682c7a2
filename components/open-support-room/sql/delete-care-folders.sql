DELETE FROM care_folders WHERE room_id = ?1
