-- In the order of the index: it ends as soon as twenty are found.
SELECT u.id AS user_id, u.name, u.profession, o.name AS organization_name
  FROM users u INDEXED BY users_with_mail
  JOIN organizations o ON o.id = u.organization_id
 WHERE u.status = 'active'
   AND (?1 = '' OR instr(u.kana_key, ?1) > 0 OR instr(u.name_key, ?1) > 0 OR instr(o.name_key, ?1) > 0)
 ORDER BY u.kana_key, u.id
 LIMIT 20
