SELECT original_received_by, original_received_on, original_file_id, identity_decided, registrant_id
  FROM support_room_checks
 WHERE application_id = ?1
