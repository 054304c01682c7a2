SELECT u.id AS user, u.name, u.organization_id AS organization, o.name AS organization_name
  FROM mails m JOIN users u ON u.id = m.from_user_id JOIN organizations o ON o.id = u.organization_id
 WHERE m.id = ?1 AND m.thread_id = m.id
