DELETE FROM room_application_checks
 WHERE application_id = ?1 AND name NOT IN (SELECT value FROM json_each(?2))
