SELECT n.id AS notice_id, n.user_id, n.device_id, u.login_id, u.name AS user_name,
       o.name AS organization_name, o.postal_code, o.address,
       (SELECT m.name FROM organization_managers m WHERE m.organization_id = o.id AND m.until IS NULL
         ORDER BY m.id LIMIT 1) AS manager_name,
       d.asset_number, d.kind AS device_kind, d.status <> 'awaiting' AS first_login_done,
       (SELECT c.name FROM organizations c WHERE c.kind = 'city' ORDER BY c.id LIMIT 1) AS city_name,
       (SELECT c.phone FROM organizations c WHERE c.kind = 'city' ORDER BY c.id LIMIT 1) AS city_phone
  FROM notices n
  JOIN users u ON u.id = n.user_id
  JOIN organizations o ON o.id = u.organization_id
  JOIN devices d ON d.id = n.device_id
 WHERE n.id IN (SELECT value FROM json_each(?1)) AND u.status = 'active'
 ORDER BY o.id, n.id
 LIMIT 100
