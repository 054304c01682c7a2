DELETE FROM room_requests WHERE application_id = ?1
