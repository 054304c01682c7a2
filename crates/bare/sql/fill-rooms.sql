WITH RECURSIVE numbers (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?2)
INSERT INTO rooms (id, kind, name, created_at, registrant_id)
SELECT 1000000 + i, 'support', '', 0, 1000000 + i
  FROM numbers
