SELECT u.id AS user_id, u.name, u.kana, u.kana_key, u.profession, u.login_id, u.email, u.status = 'stopped' AS stopped,
       u.stopped_at, u.first_login_at,
       EXISTS (SELECT 1 FROM organization_managers m
                WHERE m.user_id = u.id AND m.organization_id = u.organization_id AND m.until IS NULL) AS is_manager,
       (SELECT count(*) FROM devices d WHERE d.user_id = u.id AND d.status = 'active') AS devices,
       n.id AS notice_id, n.printed_at, n.posted_at, n.confirmed_at, n.objected_at, n.objection, n.answered_at, n.answer
  FROM users u
  LEFT JOIN notices n ON n.id = (SELECT max(l.id) FROM notices l WHERE l.user_id = u.id)
 WHERE u.organization_id = ?1 AND (u.kana_key, u.id) > (?2, ?3)
   AND (?5 = '' OR instr(u.name_key, ?5) > 0 OR instr(u.kana_key, ?5) > 0 OR instr(u.login_id, ?5) > 0)
 ORDER BY u.kana_key, u.id
 LIMIT ?4 + 0
