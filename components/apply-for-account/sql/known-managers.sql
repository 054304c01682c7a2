SELECT id, name, kana_key, user_id FROM organization_managers WHERE organization_id = ?1 AND until IS NULL ORDER BY id LIMIT 20
