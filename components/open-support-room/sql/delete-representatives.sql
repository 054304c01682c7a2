UPDATE consents
   SET representative_name = NULL
 WHERE registrant_id = (SELECT r.registrant_id FROM rooms r WHERE r.id = ?1) AND representative_name IS NOT NULL
   AND application_id IN (SELECT x.application_id FROM room_applications x WHERE x.room_id = ?1)
