-- Months in Japan, the newest first; the last twelve and whatever a wrong clock may have left after them.
SELECT strftime('%Y-%m', r.created_at / 1000, 'unixepoch', '+9 hours') AS name, count(*) AS count
  FROM rooms r INDEXED BY rooms_open
 WHERE r.kind = 'support' AND r.closed_at IS NULL
 GROUP BY 1
 ORDER BY 1 DESC
 LIMIT 24
