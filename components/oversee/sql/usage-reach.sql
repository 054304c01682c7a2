-- What the people of the field turned on: of any kind of notification.
WITH people AS MATERIALIZED (
  SELECT EXISTS (SELECT 1 FROM notification_settings s WHERE s.user_id = u.id) AS asked,
         EXISTS (SELECT 1 FROM notification_choices c WHERE c.user_id = u.id AND c.email <> 'off') AS email,
         EXISTS (SELECT 1 FROM notification_choices c WHERE c.user_id = u.id AND c.push <> 'off') AS push
    FROM users u INDEXED BY users_in_directory
   WHERE u.status = 'active' AND u.desk IS NULL)
SELECT CASE WHEN email AND push THEN 'both' WHEN email THEN 'email' WHEN push THEN 'push'
            WHEN asked THEN 'nothing' ELSE 'not_asked' END AS name,
       count(*) AS count
  FROM people
 GROUP BY 1
