-- What of type ?2 was taken over into room ?1, before ?3, last first; of an entry that came more than once the newest.
SELECT c.id, c.uuid, c.content, c.pieces
  FROM carried_entries c
  JOIN takeovers t ON t.id = c.takeover_id
 WHERE c.room_id = ?1 AND c.resource_type = ?2 AND c.id < ?3 AND t.finished_at IS NOT NULL
   AND NOT EXISTS (SELECT 1
                     FROM carried_entries n
                     JOIN takeovers w ON w.id = n.takeover_id
                    WHERE n.room_id = ?1 AND n.uuid = c.uuid AND n.id > c.id AND w.finished_at IS NOT NULL)
 ORDER BY c.id DESC
 LIMIT ?4 + 0
