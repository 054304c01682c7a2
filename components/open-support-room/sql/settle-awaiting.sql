UPDATE care_team_awaiting SET settled_at = ?2, user_id = ?3 WHERE id = ?1
