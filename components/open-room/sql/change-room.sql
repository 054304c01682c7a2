UPDATE rooms SET name = ?2, name_key = ?3, purpose = ?4, scope = ?5, theme_id = ?6, is_listed = ?7 WHERE id = ?1
