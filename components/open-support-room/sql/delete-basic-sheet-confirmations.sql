DELETE FROM basic_sheet_confirmations WHERE room_id = ?1
