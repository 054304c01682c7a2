-- Accounts of the field by the months in which they came and went; what came or went before the period counts as its
-- first month, so that there are few groups however many years there are.
SELECT max(strftime('%Y-%m', created_at / 1000, 'unixepoch', '+9 hours'), ?2) AS came,
       CASE WHEN stopped_at < ?1 THEN max(strftime('%Y-%m', stopped_at / 1000, 'unixepoch', '+9 hours'), ?2) END AS went,
       count(*) AS count
  FROM users INDEXED BY users_by_creation
 WHERE created_at < ?1 AND desk IS NULL
 GROUP BY 1, 2
