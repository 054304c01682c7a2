SELECT u.email,
       (SELECT count(*) FROM notification_choices c WHERE c.user_id = u.id AND c.email <> 'off') AS emails_on,
       (SELECT count(*) FROM notification_choices c WHERE c.user_id = u.id AND c.push <> 'off') AS pushes_on,
       (SELECT count(*) FROM push_subscriptions p WHERE p.user_id = u.id) AS browsers,
       (SELECT count(*) FROM muted_rooms q WHERE q.user_id = u.id) AS muted
  FROM users u
 WHERE u.id = ?1
