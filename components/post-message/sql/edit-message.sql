UPDATE messages SET body = ?2, edited_at = ?3, need = coalesce(?4, need) WHERE id = ?1
