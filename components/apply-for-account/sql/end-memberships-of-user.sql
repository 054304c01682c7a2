-- Stays that hold and stays that lie ahead: a stay that has not begun never takes place.
UPDATE room_members SET until = max(since, ?2), left_by_application_id = ?3
 WHERE user_id = ?1 AND (until IS NULL OR until > max(?2, since))
