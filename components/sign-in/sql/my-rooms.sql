SELECT coalesce(sum(r.kind = 'support'), 0) AS support,
       coalesce(sum(r.kind = 'collaboration'), 0) AS collaboration
  FROM room_members m JOIN rooms r ON r.id = m.room_id
 WHERE m.user_id = ?1 AND m.until IS NULL AND r.closed_at IS NULL
