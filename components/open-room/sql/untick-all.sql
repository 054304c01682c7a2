DELETE FROM room_application_checks WHERE application_id = ?1
