WITH RECURSIVE numbers (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?2)
INSERT INTO applications (receipt_number, form, status, channel, organization_name, applicant_name, people_count,
                          search_key, content, received_at, updated_at, due_on, clock_day, open_days_left)
SELECT 'bench-' || i, 4 + i % 3, 'received', 'electronic', '第' || i || '診療所',
       substr('山田佐藤鈴木高橋', 1 + 2 * (i % 4), 2) || substr('花子太郎美咲健一', 1 + 2 * (i / 4 % 4), 2), 1,
       '', '{}', i, i, date('2026-06-01', (i % 365) || ' days'), '2026-06-01', 3
  FROM numbers
