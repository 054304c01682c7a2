UPDATE room_members SET until = max(since, ?3), left_by_application_id = ?4
 WHERE room_id = ?1 AND user_id = ?2 AND until IS NULL
RETURNING user_id
