-- The steps of visit ?2 of room ?1, and of those that it continues ("this and the following"), newest first.
WITH RECURSIVE chain (visit_id) AS (
  SELECT v.id FROM visits v WHERE v.id = ?2 AND v.room_id = ?1
  UNION
  SELECT v.continues_visit_id
    FROM chain c
    JOIN visits v ON v.id = c.visit_id AND v.continues_visit_id IS NOT NULL
   LIMIT 100)
SELECT c.id AS change_id, c.visit_id, c.day, c.what, c.before, c.author_user_id, c.author_name, c.author_profession,
       c.author_organization_name, c.at
  FROM chain
  JOIN visit_changes c ON c.visit_id = chain.visit_id
 ORDER BY c.id DESC
 LIMIT ?3 + 0
