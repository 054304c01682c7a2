DELETE FROM basic_sheet_versions WHERE room_id = ?1
