-- How many visits and series of a room lie ahead of ?2.
SELECT count(*) AS visits FROM visits WHERE room_id = ?1 AND withdrawn_at IS NULL AND last_day >= ?2
