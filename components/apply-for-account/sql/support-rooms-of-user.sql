SELECT DISTINCT m.room_id
  FROM room_members m JOIN rooms r ON r.id = m.room_id AND r.kind = 'support' AND r.closed_at IS NULL
 WHERE m.user_id = ?1 AND (m.until IS NULL OR m.until > max(?2, m.since))
 LIMIT 10000
