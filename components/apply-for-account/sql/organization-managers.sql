SELECT kana_key FROM organization_managers WHERE organization_id = ?1 AND until IS NULL LIMIT 20
