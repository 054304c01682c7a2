INSERT INTO organization_managers (organization_id, user_id, name, kana, kana_key, email, phone, since)
SELECT ?1, (SELECT u.id FROM users u
             WHERE u.organization_id = ?1 AND u.name_key = ?2 AND u.kana_key = ?3 AND u.status = 'active' LIMIT 1),
       ?4, ?5, ?3, ?6, ?7, ?8
