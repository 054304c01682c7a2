-- Days in Japan, nine hours ahead.
SELECT date(at / 1000 + 32400, 'unixepoch') AS day, count(*) AS views
  FROM registrant_views
 WHERE registrant_id = ?1 AND at >= ?2 AND at < ?3
 GROUP BY day
 ORDER BY day
 LIMIT 366
