WITH RECURSIVE numbers (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?2)
INSERT INTO room_members (room_id, user_id, since, place) SELECT 4000000 + i, ?3, 0, '' FROM numbers
