WITH RECURSIVE numbers (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?2)
INSERT INTO registrants (id, name, name_key, kana, kana_key, birth_date, postal_code, address, phone, created_at)
SELECT 1000000 + i, '登録者' || i, '登録者' || i, 'トウロク ' || i, 'トウロク' || i, date('1930-01-01', i || ' days'), '',
       '千葉県市川市八幡1-1-1', '', 0
  FROM numbers
