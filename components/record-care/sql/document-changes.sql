-- What was done with document ?1, newest first, before ?2.
SELECT id, what, detail, author_user_id, author_name, author_profession, author_organization_name, at
  FROM document_changes
 WHERE document_id = ?1 AND id < ?2
 ORDER BY id DESC
 LIMIT ?3 + 0
