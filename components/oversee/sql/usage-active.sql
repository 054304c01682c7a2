SELECT p.month, u.profession AS name, count(*) AS count
  FROM usage_people p
  JOIN users u ON u.id = p.user_id
 WHERE p.month BETWEEN ?1 AND ?2 AND u.desk IS NULL
 GROUP BY 1, 2
