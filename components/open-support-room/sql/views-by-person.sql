SELECT c.user_id, u.name AS user_name, u.profession, o.name AS organization_name, c.views, c.last_at
  FROM (SELECT user_id, count(*) AS views, max(at) AS last_at
          FROM registrant_views
         WHERE registrant_id = ?1 AND at >= ?2 AND at < ?3
         GROUP BY user_id
         ORDER BY views DESC, user_id
         LIMIT 200) c
  JOIN users u ON u.id = c.user_id
  JOIN organizations o ON o.id = u.organization_id
 ORDER BY c.views DESC, c.user_id
 LIMIT 200
