INSERT INTO support_room_checks (application_id, original_received_by, original_received_on, original_file_id)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (application_id) DO UPDATE
   SET original_received_by = excluded.original_received_by, original_received_on = excluded.original_received_on,
       original_file_id = excluded.original_file_id
