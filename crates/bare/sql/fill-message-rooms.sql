-- Thirty rooms for messages.
WITH RECURSIVE numbers (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?2)
INSERT INTO rooms (id, kind, name, name_key, purpose, scope, theme_id, created_at, silent_since)
SELECT 4000000 + i, 'collaboration', printf('連絡会%06d', i), printf('連絡会%06d', i), '地域の連絡', '地域の職員', 1, 0, 0
  FROM numbers
