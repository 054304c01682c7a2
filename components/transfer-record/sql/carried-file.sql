-- The content of a file that was taken over into room ?1.
SELECT c.id, c.content, c.pieces
  FROM carried_entries c
  JOIN takeovers t ON t.id = c.takeover_id
 WHERE c.room_id = ?1 AND c.uuid = ?2 AND c.resource_type = 'Binary' AND t.finished_at IS NOT NULL
 ORDER BY c.id DESC
 LIMIT 1
