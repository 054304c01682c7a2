DELETE FROM care_team_awaiting WHERE room_id = ?1
