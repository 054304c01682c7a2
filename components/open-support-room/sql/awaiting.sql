SELECT w.application_id, a.receipt_number, w.kana_key, w.wanted_from, w.settled_at IS NOT NULL AS is_settled,
       r.closed_at IS NOT NULL AS is_closed
  FROM care_team_awaiting w
  JOIN applications a ON a.id = w.application_id
  JOIN rooms r ON r.id = w.room_id
 WHERE w.id = ?2 AND w.room_id = ?1
