SELECT id FROM users WHERE organization_id = ?1 AND name_key = ?2 AND kana_key = ?3 AND status = 'active' LIMIT 1
