-- Every organization with the months in which somebody of it was active; the first 2,000.
WITH people AS MATERIALIZED (
  SELECT u.organization_id, p.month, count(*) AS count
    FROM usage_people p
    JOIN users u ON u.id = p.user_id
   WHERE p.month BETWEEN ?1 AND ?2 AND u.desk IS NULL
   GROUP BY 1, 2)
SELECT o.name, json_group_object(people.month, people.count) FILTER (WHERE people.month IS NOT NULL) AS months
  FROM organizations o INDEXED BY organizations_by_name
  LEFT JOIN people ON people.organization_id = o.id
 GROUP BY o.name_key, o.address
 LIMIT 2000
