-- In the order of the index: a page ends as soon as it is full.
SELECT u.id AS user_id, u.name, u.kana, u.profession, u.organization_id, o.name AS organization_name, u.kana_key
  FROM users u INDEXED BY users_in_directory
  JOIN organizations o ON o.id = u.organization_id
 WHERE u.status = 'active' AND u.desk IS NULL
   AND (u.kana_key, u.id) > (?4, ?5)
   AND (?1 = '' OR instr(u.kana_key, ?1) > 0 OR instr(u.name_key, ?1) > 0 OR instr(o.name_key, ?1) > 0)
   AND (?2 IS NULL OR u.profession = ?2)
   AND (?3 IS NULL OR u.organization_id = ?3)
 ORDER BY u.kana_key, u.id
 LIMIT ?6 + 0
