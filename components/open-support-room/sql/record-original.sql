INSERT INTO support_room_checks (application_id, original_received_by, original_received_on) VALUES (?1, ?2, ?3)
ON CONFLICT (application_id) DO UPDATE
   SET original_received_by = excluded.original_received_by, original_received_on = excluded.original_received_on
