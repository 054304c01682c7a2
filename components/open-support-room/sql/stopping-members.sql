-- Members, now or to be, of open support rooms whom an undecided Form 6 names, wherever it lies.
SELECT a.id AS application_id, a.receipt_number, a.received_at AS filed_at, u.id AS user_id, u.name AS user_name,
       u.profession, o.name AS organization_name, json_extract(p.value, '$.last_day') AS last_day,
       r.id AS room_id, r.registrant_id, g.name AS registrant_name
  FROM (SELECT x.id FROM applications x
         WHERE x.desk IN ('city', 'association') AND x.form = 6 AND x.tab IN ('open', 'returned')
         LIMIT 1000) asked
 CROSS JOIN applications a ON a.id = asked.id
 CROSS JOIN json_each(a.content, '$.people') p
 CROSS JOIN users u ON u.login_id = replace(json_extract(p.value, '$.login_id'), '-', '')
  JOIN organizations o ON o.id = u.organization_id
 CROSS JOIN room_members m ON m.user_id = u.id AND (m.until IS NULL OR m.until > max(?1, m.since))
 CROSS JOIN rooms r ON r.id = m.room_id AND r.kind = 'support' AND r.closed_at IS NULL
  JOIN registrants g ON g.id = r.registrant_id
 GROUP BY a.id, u.id, r.id
 ORDER BY a.received_at, a.id, u.id, g.kana_key, r.id
 LIMIT 1000
