UPDATE document_folders SET removed_at = ?2 WHERE id = ?1
