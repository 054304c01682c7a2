DELETE FROM care_team_awaiting WHERE id IN (SELECT w.id FROM care_team_awaiting w WHERE w.room_id = ?1)
