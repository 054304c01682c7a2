UPDATE application_history
   SET note = NULL, content = NULL
 WHERE application_id IN (SELECT x.application_id FROM room_applications x WHERE x.room_id = ?1)
   AND (note IS NOT NULL OR content IS NOT NULL)
