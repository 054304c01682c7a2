DELETE FROM mail_draft_files WHERE draft_id = ?1
