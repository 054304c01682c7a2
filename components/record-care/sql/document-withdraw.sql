UPDATE documents
   SET withdrawn_at = ?2, withdrawn_by_user_id = ?3, withdrawn_by_name = ?4, withdrawal_reason = ?5,
       revision = revision + 1
 WHERE id = ?1
