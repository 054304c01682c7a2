UPDATE document_folders SET name = ?2, name_key = ?3 WHERE id = ?1
