UPDATE room_members SET until = ?4, left_by_application_id = iif(?4 IS NULL, NULL, ?5)
 WHERE room_id = ?1 AND user_id = ?2 AND since = ?3
