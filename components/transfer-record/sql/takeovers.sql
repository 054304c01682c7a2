-- What was taken over into room ?1, and what is on its way, newest first. Of what is there, how many of each kind.
SELECT t.id AS takeover_id, t.entries, t.reason, t.user_name AS by_name, t.user_organization_name AS by_organization_name,
       t.begun_at, t.finished_at, lower(hex(t.fingerprint)) AS fingerprint,
       t.received,
       iif(t.finished_at IS NULL, '{}',
           (SELECT json_group_object(k.resource_type, k.entries)
              FROM (SELECT e.resource_type, count(*) AS entries FROM carried_entries e WHERE e.takeover_id = t.id
                     GROUP BY e.resource_type) k)) AS kinds
  FROM takeovers t
 WHERE t.room_id = ?1
 ORDER BY t.id DESC
 LIMIT ?2 + 0
