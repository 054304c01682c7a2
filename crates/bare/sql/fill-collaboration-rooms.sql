WITH RECURSIVE numbers (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?2)
INSERT INTO rooms (id, kind, name, name_key, purpose, scope, theme_id, created_at, silent_since)
SELECT 3000000 + i, 'collaboration', printf('勉強会%06d', i), printf('勉強会%06d', i), '研修の日程と資料を知らせ合う', '研修に出る人',
       1 + i % 7, i, i
  FROM numbers
