-- How far the accounts of the field are that are not stopped.
SELECT CASE WHEN u.first_login_at IS NOT NULL THEN 'was_here'
            WHEN EXISTS (SELECT 1 FROM notices n WHERE n.user_id = u.id AND n.posted_at IS NOT NULL) THEN 'posted'
            ELSE 'not_posted' END AS name,
       count(*) AS count
  FROM users u INDEXED BY users_in_directory
 WHERE u.status = 'active' AND u.desk IS NULL
 GROUP BY 1
