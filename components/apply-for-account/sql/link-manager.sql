UPDATE organization_managers SET user_id = ?2
 WHERE organization_id = ?1 AND kana_key = ?3 AND user_id IS NULL AND until IS NULL
