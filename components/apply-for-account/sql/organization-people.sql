SELECT name_key, kana_key FROM users WHERE organization_id = ?1 AND status = 'active' LIMIT 5000
