UPDATE room_members SET until = ?2 WHERE user_id = ?1 AND until IS NULL
