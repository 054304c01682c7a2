UPDATE documents
   SET folder_id = ?2, title = ?3, title_key = ?4, kind = ?5, dated_on = ?6, note = ?7, revision = revision + 1
 WHERE id = ?1
