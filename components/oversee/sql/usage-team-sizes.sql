WITH teams AS MATERIALIZED (
  SELECT (SELECT count(*) FROM room_members m
           WHERE m.room_id = r.id AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1)) AS members
    FROM rooms r INDEXED BY rooms_open
   WHERE r.kind = 'support' AND r.closed_at IS NULL)
SELECT CASE WHEN members <= 3 THEN '1-3' WHEN members <= 6 THEN '4-6' WHEN members <= 9 THEN '7-9' ELSE '10+' END AS name,
       count(*) AS count
  FROM teams
 GROUP BY 1
 LIMIT 4
