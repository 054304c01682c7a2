WITH RECURSIVE numbers (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?2)
INSERT INTO broken_glass (room_id, user_id, reason, at, until)
SELECT 1000000 + i, ?3, 'bench', 0, 9000000000000
  FROM numbers
