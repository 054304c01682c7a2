WITH RECURSIVE numbers (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?2)
INSERT INTO room_words (rowid, words) SELECT 3000000 + i, '勉強 強会 会 研修 修' FROM numbers
