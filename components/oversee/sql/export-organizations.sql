SELECT o.id, json_array(o.name, o.kind, o.postal_code, o.address, o.phone,
         (SELECT group_concat(m.name, '、') FROM organization_managers m
           WHERE m.organization_id = o.id AND m.until IS NULL),
         (SELECT count(*) FROM users u WHERE u.organization_id = o.id AND u.status = 'active'), o.created_at) AS cells
  FROM organizations o
 WHERE o.id > ?1
 ORDER BY o.id
 LIMIT ?2 + 0
